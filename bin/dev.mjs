import { existsSync } from "node:fs";
import { join } from "node:path";
import { become, projectNode, root, run, setUp } from "./setup.mjs";

await setUp({ development: true });
// The assets are made anew beside the server, whenever a style or a script changes.
if (existsSync(join(root, "tools/assets.mjs"))) run(projectNode(), ["tools/assets.mjs", "--watch"]);
await become(["--watch", "--enable-source-maps", "--import", "./tools/tsx.mjs", "src/app/main.ts"]);
