export const payloadRates = () => [];
