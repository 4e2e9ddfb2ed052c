// Lets Node read .tsx from source: node --import ./tools/tsx.mjs src/app/main.ts
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "rolldown/utils";

registerHooks({
  load(url, context, next) {
    if (!url.endsWith(".tsx")) return next(url, context);
    const path = fileURLToPath(url);
    const { code, map, errors } = transformSync(path, readFileSync(path, "utf8"), {
      jsx: { runtime: "automatic", importSource: "preact" },
      sourcemap: true,
    });
    if (errors.length > 0) throw new SyntaxError(errors.map((error) => error.message).join("\n"));
    const comment = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString("base64")}`;
    return { format: "module", source: `${code}\n${comment}\n`, shortCircuit: true };
  },
});
