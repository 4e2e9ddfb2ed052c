import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import * as z from "zod";

const Paper = z.object({
  source: z.string(),
  data: z.string(),
  files: z.array(z.object({ name: z.string().regex(/^[\w.-]+$/u), bytes: z.base64() })),
});

const weights = ["400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic"];

// Only our own font: what it cannot show was replaced before.
const fontFolders = (): string[] => {
  const home = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/fira-sans/package.json"));
  return readdirSync(home)
    .filter((name) => weights.includes(name))
    .map((name) => join(home, name));
};

const complaint = (diagnostics: readonly unknown[]): string =>
  diagnostics
    .map((one) => (typeof one === "object" && one !== null && "message" in one ? String(one.message) : ""))
    .join("; ");

// A process of its own for one paper, since the compiler keeps the memory of all it has set.
const { source, data, files } = Paper.parse(JSON.parse(await text(process.stdin)));
const compiler = NodeCompiler.create({
  fontArgs: [{ fontPaths: fontFolders() }],
  workspace: "/nowhere",
  inputs: { data },
});
for (const { name, bytes } of files) compiler.mapShadow(`/nowhere/${name}`, Buffer.from(bytes, "base64"));
compiler.addSource("/nowhere/main.typ", source);
const compiled = compiler.compile({ mainFilePath: "/nowhere/main.typ" });
const document = compiled.result;
if (!document) {
  const error = compiled.takeError();
  process.stderr.write(error ? complaint(error.shortDiagnostics) : "nothing was set");
  process.exitCode = 1;
} else {
  process.stdout.write(compiler.pdf(document, { pdfStandard: "ua-1", creationTimestamp: 0 }));
}
