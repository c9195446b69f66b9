import { buildPhonePage } from '../../../scripts/install/everything.mjs';

export default buildPhonePage;
