import highs, { type Highs } from "highs";

// The package ships a module whose default is the loader, but describes it as its CommonJS twin.
const load = highs as unknown as typeof highs.default;

/** The solver HiGHS, compiled to WebAssembly; to be loaded once. */
export const loadHighs = (): Promise<Highs> => load();
