import * as z from "zod";
import { found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { email, type Filled, line, phone, read, withError } from "#core/input.ts";
import { dayOf, mondayOf } from "#core/local-time.ts";
import { asked, idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/desk/paths.ts";
import { offerSlots, type SlotRefusal, Slots } from "#modules/desk/slots/commands.ts";
import { appointmentKinds } from "#modules/desk/vocabulary.ts";
import { findPerson, listStaff } from "#modules/people/queries.ts";
import { bookSlot, cancelAppointment, recordAppointment } from "./commands.ts";
import { say } from "./messages.ts";
import { findAppointment, listWeek } from "./queries.ts";
import { AppointmentPage, WeekPage } from "./views.tsx";

const isDay = (text: string | undefined): text is string => z.iso.date().safeParse(text).success;

const showWeek = async (page: Page, status: 200 | 409 | 422 = 200, form?: Filled) => {
  const ctx = page.get("ctx");
  const asked = page.req.query("woche");
  const monday = mondayOf(isDay(asked) ? asked : dayOf(ctx.now));
  return page.render(
    <WeekPage
      ctx={ctx}
      formKey={page.get("formKey")}
      monday={monday}
      rows={await listWeek(ctx, monday)}
      staff={await listStaff(ctx)}
      form={form}
      notice={page.req.query("hinweis")}
    />,
    { title: say(ctx)("heading"), area: "office", status },
  );
};

const slotFields: Readonly<Record<SlotRefusal, string>> = {
  order: "bis",
  long: "bis",
  noTimes: "ab",
  unknown: "wer",
};

const offer = async (page: Page) => {
  const ctx = page.get("ctx");
  const input = read(ctx, Slots, await sent(page));
  if (!input.ok) return showWeek(page, 422, input.form);
  const outcome = await offerSlots(ctx, input.value);
  if (outcome.ok) return seeOther(page, paths.week(input.value.von), "angeboten");
  const sentence = say(ctx)(`refused_${outcome.because}`);
  return showWeek(page, 409, withError(input.form, slotFields[outcome.because], sentence));
};

type Problem = { readonly form?: Filled; readonly refusal?: "taken" | "past" | "over" };

const showOne = async (page: Page, status: 200 | 409 | 422 = 200, { form, refusal }: Problem = {}) => {
  const ctx = page.get("ctx");
  const row = found(await findAppointment(ctx, idIn(page)));
  const { person: personId, anfrage } = asked(page);
  const person =
    typeof personId === "string" && isId<"person">(personId) ? await findPerson(ctx, personId) : undefined;
  if (person) looked(page, person.id, say(ctx)("heading"));
  const guest = { name: person?.name ?? "", email: person?.email ?? "", phone: person?.phone ?? "" };
  const hidden = {
    ...(person ? { person: person.id } : {}),
    ...(typeof anfrage === "string" && isId(anfrage) ? { anfrage } : {}),
  };
  return page.render(
    <AppointmentPage
      ctx={ctx}
      formKey={page.get("formKey")}
      row={row}
      guest={guest}
      hidden={hidden}
      form={form}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    {
      title: say(ctx)("heading"),
      area: "office",
      status,
      crumbs: [{ href: paths.week(dayOf(row.startsAt)), label: say(ctx)("heading") }],
    },
  );
};

const idOf = <Kind extends string>() => z.string().refine((text): text is Id<Kind> => isId<Kind>(text));

const Guest = z.object({
  name: line(),
  email: email.optional(),
  telefon: phone.optional(),
  art: z.enum(appointmentKinds).default("visit"),
  person: idOf<"person">().optional(),
  anfrage: idOf<"inquiry">().optional(),
});

const book = async (page: Page) => {
  const ctx = page.get("ctx");
  const id = idIn<"appointment">(page);
  found(await findAppointment(ctx, id));
  const input = read(ctx, Guest, await sent(page));
  if (!input.ok) return showOne(page, 422, { form: input.form });
  const { telefon, art, person, anfrage, ...guest } = input.value;
  if (person) found(await findPerson(ctx, person));
  const known = { personId: person, inquiryId: anfrage, phone: telefon, kind: art };
  const outcome = await bookSlot(ctx, id, { ...guest, ...known });
  if (!outcome.ok) return showOne(page, 409, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.appointment(id), "vergeben");
};

const Result = z.object({ ergebnis: z.enum(["held", "missed"]) });

/** The appointments of the office. */
export const pages = routes()
  .get("/", (page) => showWeek(page))
  .post("/zeiten", offer)
  .get("/:id", (page) => showOne(page))
  .post("/:id/buchung", book)
  .post("/:id/ergebnis", async (page) => {
    const ctx = page.get("ctx");
    const id = idIn<"appointment">(page);
    const input = read(ctx, Result, await sent(page));
    if (!input.ok) return showOne(page, 422, { form: input.form });
    const outcome = await recordAppointment(ctx, id, input.value.ergebnis);
    if (!outcome.ok) return showOne(page, 409, { refusal: outcome.because });
    return seeOther(page, paths.appointment(id), "vermerkt");
  })
  .post("/:id/absage", async (page) => {
    const id = idIn<"appointment">(page);
    const outcome = await cancelAppointment(page.get("ctx"), id);
    if (!outcome.ok) return showOne(page, 409, { refusal: outcome.because });
    return seeOther(page, paths.appointment(id), "abgesagt");
  });
