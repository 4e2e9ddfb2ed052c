import { become, setUp } from "./setup.mjs";

await setUp({ development: false });
await become(["--enable-source-maps", "dist/main.js", ...process.argv.slice(2)]);
