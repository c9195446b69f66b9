import { signal } from '@preact/signals';

/** Where styles/layout.css shows one column. */
const query = matchMedia('(max-width: 759px)');
export const oneColumn = signal(query.matches);
query.addEventListener('change', ({ matches }) => (oneColumn.value = matches));
