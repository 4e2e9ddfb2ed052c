import { serveThread } from "#core/thread.ts";
import type { BallotFile } from "#methods/ballot.ts";
import { sealOf } from "#methods/ballot-seal.ts";
import { tallyBallot } from "#methods/ballot-tally.ts";

// A thread of its own: it counts a ballot by the same code that runs in the reader's browser, and lays the chain.
await serveThread(async (task) => {
  // What is handed in was read from the box a moment ago.
  const file = task as BallotFile;
  return { tally: tallyBallot(file), seal: sealOf(file) };
});
