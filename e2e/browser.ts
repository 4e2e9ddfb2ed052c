import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";

const quietly = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a headless Chromium that sees the test towns under `*.localhost`; close it when done. */
export const launchBrowser = async (): Promise<Browser> => {
  const { executable, environment } = await findChromium();
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: executable,
    headless: true,
    // Chromium refuses its own sandbox as root.
    chromiumSandbox: !asRoot,
    args: [...quietly, ...(asRoot ? ["--no-sandbox"] : [])],
    env: { ...process.env, ...environment },
  });
};
