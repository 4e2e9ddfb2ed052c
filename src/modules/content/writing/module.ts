import type { Module } from "#core/module.ts";
import { paths } from "#modules/content/paths.ts";
import { may } from "#modules/content/policy.ts";
import { editorWords } from "#modules/content/vocabulary.ts";
import { desk } from "./pages.tsx";

export const contentWriting: Module = {
  name: "content/writing",
  pages: { [paths.desk]: desk },
  officeMenu: (ctx) =>
    may.write(ctx) ? [{ href: paths.desk, label: editorWords(ctx)("shelves"), rank: 60 }] : [],
};
