/** The choices of Match SKUs, as workflows store them: as they are written, or as sheets and shops write them too. */
export type MatchMode = 'exact' | 'shopIds';
