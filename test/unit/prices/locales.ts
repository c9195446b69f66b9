/** One locale or more for each way in which the platform writes numbers with a currency. */
export const LOCALES = (
	'af ar ar-DZ ar-EG ar-KW as az be bg bn bn-IN bs ckb cs de de-AT de-CH de-LI dz en en-AU en-CA ' +
	'en-CH en-IN en-SE en-ZA es es-AR es-CL es-CR es-PE es-PY et fa fa-AF ff-Adlm fi fr fr-CA fr-CH ' +
	'fr-MA fr-TN gl gu ha he hr hu id is it it-CH ja ka kk km ks ky lo lt mk mr ms ms-BN my nb ne ' +
	'nl pa-Arab pl ps pt-AO pt-CV pt-PT rm ro sa sd si sl sq sv sw ta th tk tr uk ur vi yo zh'
).split(' ');
