import type { Context } from "#core/context.ts";
import { type Count, countPeople } from "#methods/attendance.ts";
import type { Expected } from "#modules/shifts/attendance/queries.ts";
import { markKinds } from "#modules/shifts/marks/vocabulary.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan } from "#modules/shifts/queries.ts";
import { Button } from "#ui/button.tsx";
import { say } from "./messages.ts";
import { aboutOf, stateInWords } from "./queries.ts";

const deviceWords = [
  "fine",
  "sending",
  "away",
  "signIn",
  "others",
  "walkIn",
  "waiting_arrived",
  "waiting_left",
  "waiting_missed",
  "waiting_excused",
  "waiting_cleared",
] as const;

/** The sentences that a phone fills in by itself, in the reader's language. */
export const wordsOfDevice = (ctx: Pick<Context, "language">): string => {
  const words = say(ctx);
  const figures = { here: "{here}", expected: "{expected}", gone: "{gone}" };
  const plain = deviceWords.map((key) => [key, words(key, { n: "{n}" })] as const);
  const counts = { count: words("count", figures), countGone: words("countGone", figures) };
  return JSON.stringify({ ...Object.fromEntries(plain), ...counts });
};

/** "17 von 24 da" */
export const figuresInWords = (ctx: Pick<Context, "language">, rows: readonly Expected[]): string => {
  const { expected, here, gone }: Count = countPeople(rows.map((row) => ({ ...row, people: row.came })));
  return say(ctx)(gone > 0 ? "countGone" : "count", { here, expected, gone });
};

type FormProps = {
  readonly ctx: Context;
  readonly plan: Pick<Plan, "id">;
  readonly formKey: string;
  readonly day: string;
  /** Whether the page was opened with the code of one person. */
  readonly how: "list" | "code";
};

type TickProps = FormProps & { readonly id: string; readonly name: string; readonly party: number };

const People = ({ ctx, id, party, name }: Pick<TickProps, "ctx" | "id" | "party" | "name">) => (
  <label class="al-roll__party">
    <span class="al-hidden">{`${say(ctx)("people")}: ${name}`}</span>
    <select name="personen" id={`n-${id}`}>
      {Array.from({ length: party }, (_, less) => party - less).map((n) => (
        <option value={n}>{say(ctx)("some", { n, party })}</option>
      ))}
    </select>
  </label>
);

/** The buttons of one line; which of them fit is decided by the state of the line. */
const Ticks = ({ ctx, plan, formKey, day, how, id, name, party }: TickProps) => {
  const words = say(ctx);
  return (
    <form class="al-roll__ticks" method="post" action={paths.onSite(plan.id)} data-mark>
      <input type="hidden" name="_key" value={formKey} />
      <input type="hidden" name="anmeldung" value={id} />
      <input type="hidden" name="tag" value={day} />
      <input type="hidden" name="wie" value={how} />
      {party > 1 && <People ctx={ctx} id={id} party={party} name={name} />}
      {markKinds.map((mark) => (
        <Button
          kind={mark === "arrived" || mark === "left" ? "secondary" : "tertiary"}
          name="marke"
          value={mark}
        >
          {words(mark)}
          <span class="al-hidden" data-object>{`: ${name}`}</span>
        </Button>
      ))}
    </form>
  );
};

type LineProps = FormProps & {
  readonly id: string;
  readonly shift: string;
  readonly name: string;
  readonly about: string;
  readonly party: number;
  readonly state: string;
  readonly now: string;
  readonly people: number;
};

const Line = (props: LineProps) => {
  const { id, shift, name, about, party, state, now, people } = props;
  return (
    <li
      id={`p-${id}`}
      tabIndex={-1}
      data-row={id}
      data-shift={shift}
      data-party={party}
      data-people={people}
      data-state={state}
      data-known={state}
      data-now={now}
    >
      <div>
        <p class="al-roll__name" data-part="name">
          {name}
        </p>
        <p class="al-roll__about">
          <span data-part="about">{about}</span> <b data-part="now">{now}</b>
        </p>
      </div>
      <Ticks {...props} />
    </li>
  );
};

type RollProps = FormProps & { readonly shift: string; readonly rows: readonly Expected[] };

/** Who is expected at one shift, each with a tick to make. */
export const Roll = ({ shift, rows, ...form }: RollProps) => (
  <ul class="al-roll" data-list={shift}>
    {rows.map((row, at) => (
      <Line
        {...form}
        formKey={`${form.formKey}${shift.slice(-4)}${at}`}
        id={row.id}
        shift={shift}
        name={row.name}
        about={aboutOf(form.ctx, row)}
        party={row.party}
        state={row.state ?? "open"}
        now={stateInWords(form.ctx, row)}
        people={row.came ?? row.party}
      />
    ))}
  </ul>
);

/** The line of somebody whom a phone adds by itself; nothing of it is shown or sent before that. */
export const LineModel = (form: FormProps) => (
  <template data-row-model>
    <Line {...form} id="" shift="" name="" about="" party={1} state="open" now="" people={1} />
  </template>
);
