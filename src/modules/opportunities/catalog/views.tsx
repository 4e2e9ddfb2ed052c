import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { distance } from "#core/number.ts";
import { paths } from "#modules/opportunities/paths.ts";
import {
  elsewhereOf,
  longOf,
  rhythmName,
  rhythms,
  seatsOf,
  whenOf,
} from "#modules/opportunities/vocabulary.ts";
import {
  accessibilities,
  accessibilityName,
  fieldName,
  fields,
  languageName,
  spokenLanguages,
} from "#modules/organizations/vocabulary.ts";
import { CheckboxGroup, Select } from "#ui/choices.tsx";
import { type Tag, Why } from "#ui/facts.tsx";
import { HiddenField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { More } from "#ui/page.tsx";
import type { Task } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Almost, Axis, Result, Row } from "./queries.ts";
import {
  addressOf,
  ageLimits,
  type FilterName,
  type Filters,
  lengths,
  orders,
  ranges,
  times,
  without,
} from "./vocabulary.ts";

type Props = { readonly ctx: Context; readonly filters: Filters; readonly result: Result };

const whereOf = (ctx: Context, { offer, meters }: Row): string =>
  [
    offer.organization,
    elsewhereOf(ctx, offer.placeKind) ?? (meters === null ? (offer.townName ?? "") : distance(ctx, meters)),
  ]
    .filter(Boolean)
    .join(" · ");

/** An offer as a row of the list. */
export const taskOf = (ctx: Context, row: Row | Almost): Task => {
  const { offer, reason } = row;
  const { when, time } = whenOf(ctx, offer);
  const but = "axis" in row ? say(ctx)(`but_${row.axis}`) : undefined;
  return {
    when,
    time: time || undefined,
    title: offer.title,
    href: paths.show(offer.slug),
    where: whereOf(ctx, row),
    long: longOf(ctx, offer),
    seats: seatsOf(ctx, offer),
    reason: but ? (
      <Why ctx={ctx} but>
        {but}
      </Why>
    ) : reason ? (
      <Why ctx={ctx}>{reason}</Why>
    ) : undefined,
  };
};

const filterNames = [
  "q",
  "feld",
  "zeit",
  "rhythmus",
  "dauer",
  "umkreis",
  "plz",
  "alter",
  "sprachen",
  "barrierefrei",
  "organisation",
] as const;

const labelOf = (ctx: Context, name: FilterName, value: string, organization: string | undefined): string => {
  const words = say(ctx);
  switch (name) {
    case "feld":
      return fieldName(ctx, value);
    case "zeit":
      return words(`zeit_${value as (typeof times)[number]}`);
    case "rhythmus":
      return rhythmName(ctx, value);
    case "dauer":
      return words(`dauer_${value as (typeof lengths)[number]}`);
    case "umkreis":
      return words(`umkreis_${value as (typeof ranges)[number]}`);
    case "alter":
      return words("alterTag", { age: words(`alter_${value as (typeof ageLimits)[number]}`) });
    case "sprachen":
      return languageName(ctx, value);
    case "barrierefrei":
      return accessibilityName(ctx, value);
    case "organisation":
      return organization ?? value;
    default:
      return value;
  }
};

/** The filters in force, each with the address without it, on whichever page they apply. */
export const tagsOf = (
  ctx: Context,
  filters: Filters,
  organization: string | undefined,
  path: string = paths.list,
): Tag[] =>
  filterNames.flatMap((name) => {
    const value: string | readonly string[] = filters[name];
    const values = typeof value === "string" ? (value === "" ? [] : [value]) : value;
    return values.map((one) => ({
      label: labelOf(ctx, name, one, organization),
      without: addressOf(without(filters, name, one), path),
    }));
  });

/** The filters as a form that shows them. */
const filledBy = (filters: Filters): Filled["values"] =>
  Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, typeof value === "number" ? String(value) : value]),
  );

/** What one may ask for, with how many offers each answer leaves. */
export const FilterForm = ({ ctx, filters, result }: Props) => {
  const words = say(ctx);
  const counted = (axis: Axis, value: string, label: string) => ({
    value,
    label: `${label} (${result.count(axis, value)})`,
  });
  const offered = <Code extends string>(
    axis: Axis,
    codes: readonly Code[],
    chosen: readonly string[],
    name: (code: Code) => string,
  ) =>
    codes
      .filter((code) => chosen.includes(code) || result.count(axis, code) > 0)
      .map((code) => counted(axis, code, name(code)));
  const open =
    filters.feld.length + filters.rhythmus.length + filters.sprachen.length + filters.barrierefrei.length >
      0 || filters.alter !== "";
  const errors: Readonly<Record<string, string>> = result.unknownPostcode
    ? { plz: words("plzUnknown", { town: ctx.place.name }) }
    : {};
  return (
    <Form
      ctx={ctx}
      action={paths.list}
      method="get"
      submit={words("show")}
      label={words("filterLabel")}
      form={{ values: filledBy(filters), errors }}
      narrow
    >
      {filters.organisation && <HiddenField name="organisation" value={filters.organisation} />}
      <TextField name="q" type="search" label={words("q")} hint={words("qHint")} optional maximum={120} />
      <CheckboxGroup
        name="zeit"
        label={words("zeit")}
        options={times.map((code) => counted("zeit", code, words(`zeit_${code}`)))}
      />
      <Select
        name="dauer"
        label={words("dauer")}
        optional
        blank={words("any")}
        options={lengths.map((code) => counted("dauer", code, words(`dauer_${code}`)))}
      />
      <Select
        name="umkreis"
        label={words("umkreis")}
        optional
        blank={words("any")}
        options={ranges.map((code) => counted("umkreis", code, words(`umkreis_${code}`)))}
      />
      <TextField
        name="plz"
        label={words("plz")}
        hint={words("plzHint")}
        optional
        autocomplete="postal-code"
        width="short"
        maximum={5}
      />
      <More summary={words("more")} open={open}>
        <CheckboxGroup
          name="feld"
          label={words("feld")}
          options={offered("feld", fields, filters.feld, (code) => fieldName(ctx, code))}
        />
        <CheckboxGroup
          name="rhythmus"
          label={words("rhythmus")}
          options={offered("rhythmus", rhythms, filters.rhythmus, (code) => rhythmName(ctx, code))}
        />
        <Select
          name="alter"
          label={words("alter")}
          optional
          blank={words("any")}
          options={ageLimits.map((code) => counted("alter", code, words(`alter_${code}`)))}
        />
        <CheckboxGroup
          name="barrierefrei"
          label={words("barrierefrei")}
          options={offered("barrierefrei", accessibilities, filters.barrierefrei, (code) =>
            accessibilityName(ctx, code),
          )}
        />
        <CheckboxGroup
          name="sprachen"
          label={words("sprachen")}
          options={offered("sprachen", spokenLanguages, filters.sprachen, (code) => languageName(ctx, code))}
        />
      </More>
      <Select
        name="sortierung"
        label={words("sortierung")}
        blank={false}
        options={orders.map((code) => ({ value: code, label: words(`sortierung_${code}`) }))}
      />
    </Form>
  );
};
