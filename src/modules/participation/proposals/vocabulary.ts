/** In which order proposals are listed. */
export const proposalSorts = ["new", "support", "number", "cost"] as const;
export type ProposalSort = (typeof proposalSorts)[number];

/** How many pictures one proposal shows. */
export const mostPictures = 4;
