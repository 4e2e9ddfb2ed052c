import { NotSet, type Paper, typeset } from "./typeset.ts";
import type { Page } from "./web.ts";

/** Answers with a paper as PDF, under this name; when it cannot be set at the moment, with `busy`, in words. */
export const answerPaper = async (
  page: Page,
  paper: Paper,
  { name, busy }: { readonly name: string; readonly busy: string },
): Promise<Response> => {
  try {
    return page.body(new Uint8Array(await typeset(paper)), 200, {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
  } catch (error) {
    if (!(error instanceof NotSet)) throw error;
    return page.text(busy, 503);
  }
};
