import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { distance } from "#core/number.ts";
import { paths } from "#modules/organizations/paths.ts";
import {
  languageName,
  needName,
  needs,
  spokenLanguages,
  targetGroupName,
} from "#modules/organizations/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { options, Select } from "#ui/choices.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { telephone, withParameter } from "#ui/link.ts";
import { Actions, Empty, More, Note, Section, SideBySide, Stack, Title } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import {
  askedGroups,
  type Cover,
  type GapKind,
  gapKinds,
  gapsOf,
  type Look,
  type Missing,
} from "./queries.ts";

/** How far "near" may be. */
export const ranges = ["3", "5", "10", "25"] as const;
/** By what the office sorts; the first is the usual one. */
export const orders = ["luecken", "bedarf", "leistungen", "naehe", "stufen", "sprachen"] as const;
export type Order = (typeof orders)[number];

type Props = {
  readonly ctx: Context;
  readonly form: Filled;
  readonly look: Look;
  readonly covers: readonly Cover[];
};

const otherLanguages = spokenLanguages.filter((code) => code !== "de");

const Question = ({ ctx, form, action }: Pick<Props, "ctx" | "form"> & { readonly action: string }) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      action={action}
      method="get"
      form={form}
      submit={words("show")}
      label={words("title")}
      narrow
    >
      <Select
        name="bin"
        label={words("forWhom")}
        optional
        blank={words("anybody")}
        options={options(askedGroups, (code) => targetGroupName(ctx, code))}
      />
      <TextField name="plz" label={words("from")} width="short" maximum={5} optional />
      <Select
        name="umkreis"
        label={words("within")}
        blank={false}
        options={options(ranges, (n) => words("kilometers", { n }))}
      />
      <Select
        name="sprache"
        label={words("inLanguage")}
        optional
        blank={words("anyLanguage")}
        options={options(otherLanguages, (code) => languageName(ctx, code))}
      />
    </Form>
  );
};

const headingOf = (ctx: Context, kind: GapKind, { language }: Look): string =>
  kind === "languages" && language
    ? say(ctx)("kindIn_languages", { language: languageName(ctx, language) })
    : say(ctx)(`kind_${kind}`);

const textOf = (ctx: Context, kind: GapKind, { kilometers, language }: Look): string => {
  const words = say(ctx);
  if (kind === "far") return words("kindText_far", { n: kilometers });
  if (kind === "languages" && language)
    return words("kindInText_languages", { language: languageName(ctx, language) });
  return words(
    kind === "none" ? "kindText_none" : kind === "barriers" ? "kindText_barriers" : "kindText_languages",
  );
};

const servicesFor = (need: string, { group }: Look): string => {
  const path = withParameter(paths.services, "brauche", need);
  return group === undefined ? path : withParameter(path, "bin", group);
};

const Gaps = ({ ctx, look, covers, kind }: Omit<Props, "form"> & { readonly kind: GapKind }) => {
  const own = covers.filter((cover) => gapsOf(cover).includes(kind));
  if (own.length === 0) return null;
  return (
    <Section id={kind} heading={headingOf(ctx, kind, look)} aside={textOf(ctx, kind, look)} space="none">
      <ItemList
        items={own.map(({ need, nearest }) => ({
          title: needName(ctx, need),
          href: servicesFor(need, look),
          ...(kind === "far" && nearest !== null
            ? { text: say(ctx)("nearest", { distance: distance(ctx, nearest * 1_000) }) }
            : {}),
        }))}
      />
    </Section>
  );
};

/** What is missing, for everybody to see. */
export const GapsPage = (props: Props) => {
  const { ctx, covers } = props;
  const words = say(ctx);
  const { officePhone } = ctx.place;
  const none = covers.every((cover) => gapsOf(cover).length === 0);
  return (
    <>
      <Title heading={words("title")} lead={words("lead", { town: ctx.place.name })} />
      <SideBySide side={<Question ctx={ctx} form={props.form} action={paths.gaps} />}>
        <Stack wide>
          {none && (
            <Empty heading={words("noGaps")}>
              <p>{words("noGapsText")}</p>
            </Empty>
          )}
          {gapKinds.map((kind) => (
            <Gaps {...props} kind={kind} />
          ))}
          <Note id="melden" heading={words("missed")}>
            <p>{words("missedText")}</p>
            <Actions>
              <ButtonLink href={`${paths.ask}?thema=need`} kind="secondary">
                {words("ask")}
              </ButtonLink>
              {officePhone && <a href={telephone(officePhone)}>{words("call", { phone: officePhone })}</a>}
            </Actions>
          </Note>
        </Stack>
      </SideBySide>
    </>
  );
};

type OfficeProps = Props & {
  readonly order: Order;
  readonly missing: readonly Missing[];
  readonly total: number;
  readonly addressOf: (order: Order) => string;
};

const rankOf = (cover: Cover): number =>
  gapsOf(cover).reduce((sum, kind) => sum + 2 ** (gapKinds.length - gapKinds.indexOf(kind)), 0);

const compare: Readonly<Record<Order, (one: Cover, other: Cover) => number>> = {
  luecken: (one, other) => rankOf(other) - rankOf(one),
  bedarf: () => 0,
  leistungen: (one, other) => one.total - other.total,
  naehe: (one, other) => one.near - other.near,
  stufen: (one, other) => one.stepFree - other.stepFree,
  sprachen: (one, other) => one.spoken - other.spoken,
};

const columnsOf = ({ ctx, look, order, addressOf }: OfficeProps): readonly Column<Cover>[] => {
  const words = say(ctx);
  const spoken = look.language
    ? words("spokenIn", { language: languageName(ctx, look.language) })
    : words("spoken");
  const by = (name: Order, label: string) => (
    <a href={addressOf(name)} aria-current={name === order ? "true" : undefined}>
      {label}
    </a>
  );
  return [
    {
      heading: by("bedarf", words("need")),
      cell: ({ need }) => <a href={servicesFor(need, look)}>{needName(ctx, need)}</a>,
    },
    { heading: by("leistungen", words("services")), cell: ({ total }) => total, number: true },
    { heading: by("naehe", words("near", { n: look.kilometers })), cell: ({ near }) => near, number: true },
    {
      heading: words("nearestKm"),
      cell: ({ nearest }) => (nearest === null ? words("none") : distance(ctx, nearest * 1_000)),
    },
    { heading: by("stufen", words("stepFree")), cell: ({ stepFree }) => stepFree, number: true },
    { heading: by("sprachen", spoken), cell: ({ spoken: n }) => n, number: true },
    {
      heading: by("luecken", words("lacks")),
      cell: (cover) =>
        gapsOf(cover)
          .map((kind) => headingOf(ctx, kind, look))
          .join(" · ") || words("fine"),
    },
  ];
};

/** The same for the office: every need with its numbers, and the groups for whom nothing is there. */
export const OfficeGapsPage = (props: OfficeProps) => {
  const { ctx, covers, missing, order, total } = props;
  const words = say(ctx);
  const rows = [...covers].sort(
    (one, other) => compare[order](one, other) || needs.indexOf(one.need) - needs.indexOf(other.need),
  );
  const without = missing.filter((one) => one.needs.length > 0);
  return (
    <>
      <Title heading={words("officeTitle")} lead={words("officeLead", { n: total })} />
      <Stack wide>
        <More summary={words("choose")} open={props.look.group !== undefined}>
          <Question ctx={ctx} form={props.form} action={paths.officeGaps} />
        </More>
        <Table id="luecken" caption={words("officeTitle")} columns={columnsOf(props)} rows={rows} />
        {without.length > 0 && (
          <Table
            id="gruppen"
            caption={words("whoLacks")}
            columns={[
              { heading: words("group"), cell: ({ group }) => targetGroupName(ctx, group) },
              {
                heading: words("missingNeeds"),
                cell: (one) => one.needs.map((need) => needName(ctx, need)).join(", "),
              },
            ]}
            rows={without}
          />
        )}
      </Stack>
    </>
  );
};
