// Takes a picture of a page: node tools/screenshot.mjs URL FILE [--width 390] [--dark] [--cookie name=value] [--no-js] [--full]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const usage =
  "Usage: node tools/screenshot.mjs URL FILE [--width 390] [--height 844] [--dark] [--print] [--full] [--no-js] [--cookie name=value]... [--language de] [--scale 1]";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: "string", default: "1280" },
    height: { type: "string", default: "" },
    scale: { type: "string", default: "1" },
    language: { type: "string", default: "de-DE" },
    cookie: { type: "string", multiple: true, default: [] },
    dark: { type: "boolean", default: false },
    print: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    "no-js": { type: "boolean", default: false },
  },
});
const [url, file] = positionals;
if (!url || !file) {
  console.error(usage);
  process.exit(2);
}

// The browser's launcher is TypeScript, which an older Node of the machine cannot read.
if (Number(process.versions.node.split(".")[0]) < 24) {
  const node = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));
  const run = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  process.exit(run.status ?? 1);
}

const { launchBrowser } = await import("../e2e/browser.ts");
const browser = await launchBrowser();
try {
  const width = Number(values.width);
  const context = await browser.newContext({
    viewport: { width, height: Number(values.height) || (width < 700 ? 844 : 800) },
    deviceScaleFactor: Number(values.scale),
    colorScheme: values.dark ? "dark" : "light",
    javaScriptEnabled: !values["no-js"],
    locale: values.language,
    timezoneId: "Europe/Berlin",
  });
  const cookies = values.cookie.map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return { name, value: value.join("="), url };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && console.error(`console: ${message.text()}`));
  page.on("pageerror", (error) => console.error(`page: ${error.message}`));
  if (values.print) await page.emulateMedia({ media: "print" });
  const response = await page.goto(url, { waitUntil: "networkidle" });
  await page.screenshot({ path: file, fullPage: values.full });
  console.log(`${response?.status() ?? ""} ${url} → ${file}`.trim());
} finally {
  await browser.close();
}
