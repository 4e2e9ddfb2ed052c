import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { storePicture } from "#core/files.ts";
import { type Filled, filledWith, read, withError } from "#core/input.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { changePlace, chooseLogo, PlaceSettings, weaknesses } from "./commands.ts";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";
import { may } from "./policy.ts";
import { findPlaceSettings, missingIn } from "./queries.ts";
import { SettingsPage } from "./views.tsx";

const show = async (page: Page, form?: Filled, status: 200 | 422 = 200) => {
  const ctx = page.get("ctx");
  allow(may.change(ctx));
  const settings = await findPlaceSettings(ctx);
  return page.render(
    <SettingsPage
      ctx={ctx}
      form={form ?? filledWith(settings)}
      formKey={page.get("formKey")}
      missing={missingIn(ctx, settings)}
      saved={page.req.query("hinweis") === "gespeichert"}
    />,
    { title: say(ctx)("settings"), area: "office", status },
  );
};

const fieldOf = { light: "accentLight", dark: "accentDark", deep: "accentDeep" } as const;

const withWeaknesses = (ctx: Context, form: Filled, colors: Parameters<typeof weaknesses>[0]): Filled =>
  weaknesses(colors).reduce(
    (filled, { name, ratio }) =>
      withError(filled, fieldOf[name], say(ctx)("weakColor", { ratio: ratio.toFixed(1).replace(".", ",") })),
    form,
  );

export const pages = routes()
  .get("/", (page) => show(page))
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    const words = say(ctx);
    const body = await sent(page);
    const input = read(ctx, PlaceSettings, body, { color: words("color") });
    if (!input.ok) return show(page, input.form, 422);
    const outcome = await changePlace(ctx, input.value);
    if (!outcome.ok) {
      const { accentLight: light, accentDark: dark, accentDeep: deep } = input.value;
      return show(page, withWeaknesses(ctx, input.form, { light, dark, deep }), 422);
    }
    const { logo, logoText } = body;
    if (logo instanceof File && logo.size > 0) {
      const stored = await storePicture(ctx, logo, typeof logoText === "string" ? logoText : "");
      if (!stored.ok) return show(page, withError(input.form, "logo", words(stored.because)), 422);
      await chooseLogo(ctx, stored.value);
    }
    return seeOther(page, paths.settings, "gespeichert");
  });
