import { routes } from "#core/web.ts";
import { say } from "./messages.ts";
import { findAddition, findLegal } from "./queries.ts";
import { AccessibilityStatement, LegalNotice, Privacy } from "./views.tsx";

/** /impressum */
export const legalNotice = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  return page.render(<LegalNotice ctx={ctx} {...(await findLegal(ctx, "impressum"))} />, {
    title: say(ctx)("notice"),
  });
});

/** /datenschutz */
export const privacy = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  return page.render(<Privacy ctx={ctx} {...(await findLegal(ctx, "datenschutz"))} />, {
    title: say(ctx)("privacy"),
  });
});

/** /barrierefreiheit */
export const accessibility = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const addition = await findAddition(ctx, "barrierefreiheit");
  return page.render(<AccessibilityStatement ctx={ctx} addition={addition} origin={page.get("origin")} />, {
    title: say(ctx)("accessibility"),
  });
});
