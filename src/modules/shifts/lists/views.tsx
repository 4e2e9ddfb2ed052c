import type { ComponentChildren } from "preact";
import { dayAndTime, dayLong } from "#core/date.ts";
import { paths } from "#modules/shifts/paths.ts";
import { say } from "#modules/shifts/sheets/messages.ts";
import { ByDay, ByRole, ByShift, type SheetProps, SheetTable } from "#modules/shifts/sheets/views.tsx";
import { PlanHead } from "#modules/shifts/views.tsx";
import { Select } from "#ui/choices.tsx";
import { HiddenField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Empty } from "#ui/page.tsx";
import { QrCode } from "#ui/qr.tsx";
import { Views } from "#ui/work.tsx";
import { type Sheet, sheets } from "./vocabulary.ts";

type Props = SheetProps & {
  readonly sheet: Sheet;
  readonly day: string;
  readonly days: readonly string[];
};

const address = (origin: string, path: string): string => `${origin.replace(/^https?:\/\//u, "")}${path}`;

const Strips = ({ ctx, plan, shifts, coming, origin }: SheetProps) => {
  const words = say(ctx);
  const own = address(origin, paths.mine);
  const needs = new Map(shifts.flatMap((shift) => shift.needs.map((need) => [need.id, { shift, need }])));
  const people = Map.groupBy(coming, ({ personId, id }) => personId ?? id);
  if (people.size === 0) return <p>{words("noPeople")}</p>;
  return (
    <ul class="al-sheet__strips">
      {[...people.values()].map((places) => (
        <li>
          <div>
            <h2>{words("stripHello", { name: places[0]?.name ?? "" })}</h2>
            <p>
              {plan.title}, {plan.organization}
            </p>
            <ul>
              {places
                .flatMap(({ needId }) => needs.get(needId) ?? [])
                .sort((one, other) => +one.shift.startsAt - +other.shift.startsAt)
                .map(({ shift, need }) => (
                  <li>
                    <b>{dayAndTime(ctx, shift.startsAt, shift.endsAt)}</b>{" "}
                    {[need.role, shift.whereText].filter(Boolean).join(", ")}
                  </li>
                ))}
            </ul>
            <p>{words("stripCode", { address: own })}</p>
          </div>
          <QrCode text={`${origin}${paths.mine}`} label={words("qr", { address: own })} size={84} />
        </li>
      ))}
    </ul>
  );
};

const tearStrips = 10;

const SignUpSheet = ({ ctx, plan, shifts, origin }: SheetProps) => {
  const words = say(ctx);
  const web = address(origin, paths.choose(plan.slug));
  const phone = ctx.place.officePhone;
  const free = shifts.flatMap((shift) =>
    shift.needs.flatMap((need) => (need.taken < need.maximum ? [{ shift, need }] : [])),
  );
  return (
    <section class="al-sheet__block" aria-label={words("signHeading")}>
      <h2>{words("signHeading")}</h2>
      <div class="al-sheet__way">
        <div>
          <p>{words("signLead", { organization: plan.organization, title: plan.title })}</p>
          <p>{words("signOr", { address: web })}</p>
          {phone && <p>{words("signPhone", { phone })}</p>}
        </div>
        <QrCode
          text={`${origin}${paths.choose(plan.slug)}`}
          label={words("qr", { address: web })}
          size={120}
        />
      </div>
      <SheetTable
        to="write"
        headings={[words("when"), words("role"), words("nameAndPhone")]}
        rows={free.flatMap(({ shift, need }) =>
          Array.from({ length: Math.min(4, need.maximum - need.taken) }, (_, line) => [
            line === 0 ? dayAndTime(ctx, shift.startsAt, shift.endsAt) : "",
            line === 0 ? [need.role, shift.whereText].filter(Boolean).join(", ") : "",
            "",
          ]),
        )}
      />
      <ul class="al-poster__strips" aria-hidden="true">
        {Array.from({ length: tearStrips }, () => (
          <li>
            <b>{plan.title}</b>
            <span>{web}</span>
            <span>{phone}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const drawn: Readonly<Record<Sheet, (props: SheetProps) => ComponentChildren>> = {
  schichten: ByShift,
  aufgaben: ByRole,
  tag: ByDay,
  streifen: Strips,
  anmeldung: SignUpSheet,
};

const sheetAddress = ({ plan, day }: Pick<Props, "plan" | "day">, sheet: Sheet): string =>
  `${paths.lists(plan.id)}?${new URLSearchParams({ blatt: sheet, tag: day })}`;

/** The sheets of a plan: chosen on the screen, whole on paper. */
export const ListsPage = (props: Props) => {
  const { ctx, plan, shifts, sheet, day, days } = props;
  const words = say(ctx);
  const Drawn = drawn[sheet];
  return (
    <>
      <div class="al-sheet__choice">
        <PlanHead ctx={ctx} plan={plan} part="lists" heading={words("heading")} lead={words("lead")} />
        <Views
          ctx={ctx}
          views={sheets.map((one) => ({
            href: sheetAddress(props, one),
            label: words(`sheet_${one}`),
            current: one === sheet,
          }))}
        />
        <p>{words(`hint_${sheet}`)}</p>
        <Form ctx={ctx} action={paths.lists(plan.id)} method="get" submit={words("show")} narrow quiet>
          <HiddenField name="blatt" value={sheet} />
          <Select
            name="tag"
            label={words("day")}
            blank={words("allDays")}
            options={days.map((one) => ({ value: one, label: dayLong(ctx, one) }))}
            value={day}
            optional
          />
        </Form>
        <p>
          <a href={`${paths.onSite(plan.id)}/plakat`}>{words("entrance")}</a>
        </p>
      </div>
      {shifts.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <div class="al-sheet">
          <p class="al-sheet__soft">
            {plan.title}, {plan.organization} · {words("asOf", { when: dayAndTime(ctx, ctx.now) })}
          </p>
          <Drawn {...props} />
          {sheet !== "anmeldung" && sheet !== "tag" && sheet !== "streifen" && (
            <p class="al-sheet__soft">{words("printHint")}</p>
          )}
        </div>
      )}
    </>
  );
};
