import type { Context } from "#core/context.ts";
import { sectors } from "#modules/network/growth/queries.ts";
import { paths } from "#modules/network/paths.ts";
import { cooperationKindName, cooperationKinds } from "#modules/network/vocabulary.ts";
import { say } from "#modules/network/years/messages.ts";
import type { Look, Seen } from "#modules/network/years/queries.ts";
import { fieldName, fields } from "#modules/organizations/vocabulary.ts";
import { options, Select } from "#ui/choices.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";

type Props = { readonly ctx: Context; readonly seen: Seen; readonly look: Look };

/** The address at which this is looked at, on the page or as the drawing its script takes. */
export const addressOf = (look: Look, root: string = paths.picture): string => {
  const fields = [
    ["jahr", look.year],
    ["vergleich", look.beside],
    ["art", look.kind],
    ["feld", look.field],
    ["sektor", look.sector],
    ["thema", look.topic],
    ["organisation", look.organization],
  ].filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(fields.map(([name, value]) => [String(name), String(value)]));
  return fields.length > 0 ? `${root}?${query}` : root;
};

/** What the script of the page takes: the drawing of what is looked at, and the circle of one organization. */
export const sourcesOf = (look: Look) => ({
  source: addressOf({ ...look, year: undefined, beside: undefined }, paths.drawing),
  circle: addressOf({ ...look, organization: "SLUG" }).replace("SLUG", "{slug}"),
});

const YearsToChoose = ({ ctx, seen, look }: Props) => {
  const words = say(ctx);
  const years = seen.drawing.years.map((year) => ({ value: String(year), label: String(year) }));
  return (
    <>
      <Select
        name="jahr"
        label={words("col_year")}
        blank={false}
        options={years}
        value={String(seen.now.year)}
      />
      <Select
        name="vergleich"
        label={words("beside")}
        blank={words("besideNone")}
        options={years}
        value={look.beside === undefined ? "" : String(look.beside)}
        optional
      />
    </>
  );
};

type AnyProps = {
  readonly ctx: Context;
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
};

// One of these, or all.
const Any = ({ ctx, value = "", ...choice }: AnyProps) => (
  <Select {...choice} blank={say(ctx)("any")} value={value} optional />
);

/** The form with which a part of the network is chosen. */
export const Choice = (props: Props) => {
  const { ctx, seen, look } = props;
  const words = say(ctx);
  const kinds = options(cooperationKinds, (kind) => cooperationKindName(ctx, kind));
  const allFields = options(fields, (field) => fieldName(ctx, field));
  const allSectors = options(sectors, (sector) => words(`key_${sector}`));
  return (
    <Form ctx={ctx} method="get" action={paths.picture} submit={words("apply")} label={words("filter")} quiet>
      <YearsToChoose {...props} />
      <Any ctx={ctx} name="art" label={words("kind")} options={kinds} value={look.kind} />
      <Any ctx={ctx} name="feld" label={words("field")} options={allFields} value={look.field} />
      <Any ctx={ctx} name="sektor" label={words("sector")} options={allSectors} value={look.sector} />
      <TextField
        name="thema"
        label={words("topic")}
        hint={words("topicHint")}
        value={look.topic}
        maximum={80}
        optional
      />
      <TextField
        name="organisation"
        label={words("ego")}
        hint={words("egoHint")}
        value={seen.ego?.[1] ?? look.organization}
        suggestions={seen.names}
        maximum={120}
        optional
      />
    </Form>
  );
};

const mostCandidates = 20;

/** Whom the words for an organization may mean, when they fit several or none. */
export const Candidates = ({ ctx, seen, look }: Props) => {
  const words = say(ctx);
  if (look.organization === undefined || seen.ego) return null;
  if (seen.candidates.length === 0)
    return <Notice ctx={ctx} heading={words("nobodyNamed", { words: look.organization })} />;
  return (
    <nav aria-label={words("candidates", { words: look.organization })}>
      <p>{words("candidates", { words: look.organization })}</p>
      <ul>
        {seen.candidates.slice(0, mostCandidates).map(([slug, name]) => (
          <li>
            <a href={addressOf({ ...look, organization: slug })}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
