import * as z from "zod";
import { allow } from "#core/errors.ts";
import { filledWith } from "#core/input.ts";
import { asked, type Page, routes } from "#core/web.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { spokenLanguages, targetGroups } from "#modules/organizations/vocabulary.ts";
import { say } from "./messages.ts";
import { type Look, listCover } from "./queries.ts";
import { GapsPage, OfficeGapsPage, type Order, orders, ranges } from "./views.tsx";

// What is not understood is not asked.
const Asked = z.object({
  bin: z.enum(targetGroups).optional().catch(undefined),
  plz: z
    .string()
    .trim()
    .regex(/^\d{5}$/u)
    .optional()
    .catch(undefined),
  umkreis: z.enum(ranges).catch("5"),
  sprache: z.enum(spokenLanguages).optional().catch(undefined),
  sortierung: z.enum(orders).catch("luecken"),
});
type Asked = z.output<typeof Asked>;

const lookOf = ({ bin, plz, umkreis, sprache }: Asked): Look => ({
  group: bin,
  postcode: plz,
  kilometers: Number(umkreis),
  language: sprache,
});

const question = (page: Page) => {
  const wanted = Asked.parse(asked(page));
  const { sortierung: order, ...fields } = wanted;
  return { look: lookOf(wanted), order, fields, form: filledWith(fields) };
};

/** /leistungen/luecken */
export const pages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const { look, form } = question(page);
  const { covers } = await listCover(ctx, look);
  return page.render(<GapsPage ctx={ctx} form={form} look={look} covers={covers} />, {
    title: say(ctx)("title"),
    description: say(ctx)("lead", { town: ctx.place.name }),
    crumbs: [{ href: paths.services, label: say(ctx)("services") }],
  });
});

/** /buero/luecken */
export const officePages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  allow(may.add(ctx));
  const { look, form, order, fields } = question(page);
  const { covers, missing, total } = await listCover(ctx, look);
  const addressOf = (by: Order): string => {
    const given = Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : []));
    return `${paths.officeGaps}?${new URLSearchParams([...given, ["sortierung", by]])}`;
  };
  return page.render(
    <OfficeGapsPage
      ctx={ctx}
      form={form}
      look={look}
      covers={covers}
      missing={missing}
      total={total}
      order={order}
      addressOf={addressOf}
    />,
    { title: say(ctx)("officeTitle"), area: "office" },
  );
});
