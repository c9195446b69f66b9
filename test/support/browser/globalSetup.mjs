import { buildPhonePage } from '../../../tools/install/everything.mjs';

export default buildPhonePage;
