import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Book } from "./vocabulary.ts";

// The bundle lies elsewhere than this source: the handbook is looked for in the folders above either.
const handbook = (folder: string): string => {
  const here = join(folder, "docs", "handbook");
  if (existsSync(here)) return here;
  const above = dirname(folder);
  if (above === folder) throw new Error("The folder docs/handbook is missing.");
  return handbook(above);
};

const read = new Map<Book, Promise<string>>();

/** The text of a book; read from the disk once. */
export const findBook = (book: Book): Promise<string> => {
  const known = read.get(book);
  if (known) return known;
  const text = readFile(join(handbook(dirname(fileURLToPath(import.meta.url))), `${book}.md`), "utf8");
  read.set(book, text);
  return text;
};

/** The heading of a text, and the rest. */
export const splitTitle = (text: string): { readonly title: string; readonly body: string } => {
  const [first = "", ...rest] = text.split("\n");
  return { title: first.replace(/^#\s*/u, ""), body: rest.join("\n") };
};
