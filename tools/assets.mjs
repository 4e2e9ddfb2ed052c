// Builds what browsers load: one stylesheet, one script, two fonts, and the scripts of single pages; named after their content.
// node tools/assets.mjs OUT
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transform } from "lightningcss";
import { PurgeCSS } from "purgecss";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const ui = join(root, "src/ui");
const kernFile = join(root, "node_modules/@kern-ux/native/dist/kern.min.css");

const layers = "@layer kern, tokens, base, layout, components, pages, print;";
const styles = [
  "fonts",
  "tokens",
  "base",
  "layout",
  "frame",
  "foot",
  "page",
  "panel",
  "facts",
  "list",
  "figure",
  "opinions",
  "network",
  "trend",
  "fund",
  "time",
  "form",
  "desk",
  "board",
  "roll",
  "wall",
  "hall",
  "print",
  "poster",
  "sheet",
];
const fonts = ["fira-sans-regular.woff2", "fira-sans-semibold.woff2"];

const hashed = (name, content) => {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const dot = name.lastIndexOf(".");
  return `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
};

/** Of KERN only what a page can show: its names are looked for in everything that draws. */
const usedKern = async () => {
  const files = (await readdir(join(root, "src"), { recursive: true })).filter((file) =>
    file.endsWith(".tsx"),
  );
  const content = await Promise.all(
    files.map(async (file) => ({ raw: await readFile(join(root, "src", file), "utf8"), extension: "tsx" })),
  );
  const [purged] = await new PurgeCSS().purge({
    content: [...content, { raw: "html body main input textarea select button svg img", extension: "html" }],
    css: [{ raw: await readFile(kernFile, "utf8") }],
    safelist: ["kern-btn--primary", "kern-btn--secondary", "kern-btn--tertiary"],
    variables: true,
    keyframes: true,
    fontFace: true,
  });
  return purged.css.replace('@charset "UTF-8";', "");
};

const styleSheet = async (fontNames) => {
  const own = await Promise.all(styles.map((name) => readFile(join(ui, "styles", `${name}.css`), "utf8")));
  let source = [layers, `@layer kern {${await usedKern()}}`, ...own].join("\n");
  for (const [name, file] of Object.entries(fontNames))
    source = source.replaceAll(`url("${name}")`, `url("${file}")`);
  return transform({ filename: "ui.css", code: Buffer.from(source), minify: true }).code;
};

/** Scripts that only some pages load, and what the browser runs for them in the background. */
const scripts = {
  "board.js": "enhance/board.ts",
  "hall.js": "enhance/hall.ts",
  "hall-worker.js": "enhance/hall-worker.ts",
  "screen.js": "enhance/screen.ts",
  "proposal.js": "enhance/proposal.ts",
  "pinboard.js": "enhance/pinboard.ts",
  "polling.js": "enhance/polling.ts",
  "recount.js": "enhance/recount.ts",
  "network.js": "enhance/network.ts",
  "on-site.js": "enhance/on-site.ts",
  "on-site-worker.js": "enhance/on-site-worker.ts",
};

const script = async (file) => {
  const bundle = await rolldown({ input: join(ui, file), logLevel: "warn" });
  const { output } = await bundle.generate({ format: "es", minify: true, sourcemap: false });
  await bundle.close();
  return Buffer.from(output[0].code);
};

/** Writes the assets and `manifest.json`, which says under which name each is found. */
export const buildAssets = async (outDirectory) => {
  await rm(outDirectory, { recursive: true, force: true });
  await mkdir(outDirectory, { recursive: true });
  const manifest = {};
  const put = async (name, content) => {
    manifest[name] = hashed(name, content);
    await writeFile(join(outDirectory, manifest[name]), content);
  };
  for (const font of fonts) await put(font, await readFile(join(ui, "fonts", font)));
  const [css, js] = await Promise.all([styleSheet({ ...manifest }), script("enhance/main.ts")]);
  await put("ui.css", css);
  await put("ui.js", js);
  for (const [name, file] of Object.entries(scripts)) await put(name, await script(file));
  await writeFile(join(outDirectory, "OFL.txt"), await readFile(join(ui, "fonts/OFL.txt")));
  await writeFile(join(outDirectory, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , out] = process.argv;
  if (!out) {
    console.error("Usage: node tools/assets.mjs OUT");
    process.exit(2);
  }
  await buildAssets(out);
}
