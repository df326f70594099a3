/** What is asked once, before there is any persona: the law's two questions, the profile, and a name for the first draft. */
export const STEPS_BEFORE = { total: 3 } as const;
