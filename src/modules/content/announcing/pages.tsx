import { allow, found } from "#core/errors.ts";
import { blank, type Filled, filledWith, read, withError } from "#core/input.ts";
import { dayOf, timeOf } from "#core/local-time.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import {
  announceDate,
  cancelDate,
  changeDate,
  DateForm,
  type DateRefusal,
  reviveDate,
} from "#modules/content/calendar/commands.ts";
import { may } from "#modules/content/calendar/policy.ts";
import { type DateCard, findOwnDate, listOwnDates, listOwnHosts } from "#modules/content/calendar/queries.ts";
import { paths } from "#modules/content/paths.ts";
import { may as mayWrite } from "#modules/content/policy.ts";
import { editorWords } from "#modules/content/vocabulary.ts";
import { missingLegalNotice } from "#modules/places/queries.ts";
import { say } from "./messages.ts";
import { DateDesk, DateEditor, type EditorProps } from "./views.tsx";

/** From where dates are written: the office, or "Mein Bereich" of those who speak for an organization. */
type Base = typeof paths.deskDates | typeof paths.mineDates;

const enter = (page: Page, base: Base) => {
  const ctx = page.get("ctx");
  allow(base === paths.deskDates ? mayWrite.write(ctx) : may.announce(ctx));
  return ctx;
};

type Shown = Pick<EditorProps, "form"> & Partial<EditorProps> & { readonly status?: 200 | 409 | 422 };

const show = async (page: Page, base: Base, { status = 200, ...props }: Shown) => {
  const ctx = page.get("ctx");
  const hosts = await listOwnHosts(ctx);
  return page.render(
    <DateEditor ctx={ctx} base={base} hosts={hosts} formKey={page.get("formKey")} {...props} />,
    {
      title: say(ctx)(props.date ? "editHeading" : "newHeading"),
      crumbs: [
        { href: base, label: base === paths.deskDates ? editorWords(ctx)("shelf_dates") : say(ctx)("mine") },
      ],
      ...(base === paths.deskDates ? { area: "office" as const } : { hidden: true }),
      status,
    },
  );
};

const fieldOf = { past: "day", tooFar: "day", unknownHost: "organizationId" } as const;
const sentenceOf = { past: "pastDay", tooFar: "tooFar", unknownHost: "unknownHost" } as const;

const refusal = async (
  page: Page,
  base: Base,
  because: DateRefusal,
  form: Filled,
  rest: Partial<EditorProps>,
) => {
  const ctx = page.get("ctx");
  if (because === "legalNoticeMissing") {
    return show(page, base, { ...rest, form, missing: await missingLegalNotice(ctx), status: 409 });
  }
  const sentence = say(ctx)(sentenceOf[because]);
  return show(page, base, { ...rest, form: withError(form, fieldOf[because], sentence), status: 422 });
};

const write = async (page: Page, base: Base, date: DateCard | undefined) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  const body = await sent(page);
  const input = read(ctx, DateForm, body, {
    needsTime: words("needsTime"),
    needsEndTime: words("needsEndTime"),
    endBeforeStart: words("endBeforeStart"),
    overlong: words("overlong"),
  });
  const rest = date ? { date } : {};
  if (body["do"] === "preview") {
    return show(page, base, { ...rest, form: { values: input.form.values, errors: {} }, preview: true });
  }
  if (!input.ok) return show(page, base, { ...rest, form: input.form, status: 422 });
  if (input.value.organizationId === null && !mayWrite.write(ctx)) {
    const form = withError(input.form, "organizationId", words("organizationMissing"));
    return show(page, base, { ...rest, form, status: 422 });
  }
  const publish = body["do"] !== "draft";
  const outcome = date
    ? await changeDate(ctx, date.id, input.value, publish)
    : await announceDate(ctx, input.value, publish);
  if (!outcome.ok) return refusal(page, base, outcome.because, input.form, rest);
  const id = date?.id ?? outcome.value?.id;
  return seeOther(page, id ? `${base}/${id}` : base, publish && !date?.publishedAt ? "published" : "saved");
};

const present = (date: DateCard): Filled => {
  const {
    title,
    startsAt,
    endsAt,
    allDay,
    organizationId,
    whereText,
    postcode,
    admission,
    accessibility,
    body,
  } = date;
  const last = dayOf(allDay ? new Date(+endsAt - 1) : endsAt);
  const ends = !allDay && +endsAt > +startsAt;
  return filledWith({
    ...{ title, organizationId, whereText, postcode, admission, accessibility, body, allDay },
    day: dayOf(startsAt),
    time: allDay ? null : timeOf(startsAt),
    endTime: ends ? timeOf(endsAt) : null,
    endDay: last === dayOf(startsAt) ? null : last,
  });
};

const noticeOf = (page: Page): Partial<EditorProps> => {
  const ctx = page.get("ctx");
  const key = page.req.query("hinweis");
  if (key === "saved" || key === "published") return { notice: editorWords(ctx)(key) };
  return key === "canceled" || key === "revived" ? { notice: say(ctx)(key) } : {};
};

const editing = async (page: Page, base: Base): Promise<DateCard> =>
  found(await findOwnDate(enter(page, base), idIn<"calendarDate">(page)));

/** The same desk for the town's authors and for those who speak for an organization. */
const desk = (base: Base) =>
  routes()
    .get("/", async (page) => {
      const ctx = enter(page, base);
      const inOffice = base === paths.deskDates;
      return page.render(<DateDesk ctx={ctx} base={base} dates={await listOwnDates(ctx)} />, {
        title: inOffice ? editorWords(ctx)("shelf_dates") : say(ctx)("mine"),
        ...(inOffice ? { area: "office" as const } : { hidden: true }),
      });
    })
    .get("/neu", (page) => {
      enter(page, base);
      return show(page, base, { form: blank });
    })
    .post("/neu", (page) => {
      enter(page, base);
      return write(page, base, undefined);
    })
    .get("/:id", async (page) => {
      const date = await editing(page, base);
      return show(page, base, { date, form: present(date), ...noticeOf(page) });
    })
    .post("/:id", async (page) => write(page, base, await editing(page, base)))
    .post("/:id/absage", async (page) => {
      const date = await editing(page, base);
      const revive = (await sent(page))["do"] === "revive";
      await (revive ? reviveDate : cancelDate)(page.get("ctx"), date.id);
      return seeOther(page, `${base}/${date.id}`, revive ? "revived" : "canceled");
    });

/** /buero/inhalte/termine */
export const officeDesk = desk(paths.deskDates);

/** /mein/termine */
export const mineDesk = desk(paths.mineDates);
