import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { distance, number } from "#core/number.ts";
import { paths } from "#modules/organizations/paths.ts";
import { type Directory, type DirectoryFilter, pageSize } from "#modules/organizations/search/queries.ts";
import {
  fieldName,
  fields,
  sectorName,
  sectors,
  targetGroupName,
  targetGroups,
} from "#modules/organizations/vocabulary.ts";
import { RadioGroup, Select } from "#ui/choices.tsx";
import { SectorSign, Tags } from "#ui/facts.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { withParameter } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Empty, Note, Section, SideBySide, Stack, Title } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { type Item, ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

const radii = [2, 5, 10, 20, 50] as const;

type ListProps = {
  readonly ctx: Context;
  readonly directory: Directory;
  readonly filter: DirectoryFilter;
  readonly form: Filled;
  /** The address of this page with its filters. */
  readonly address: string;
};

/** "● Vereine und Zivilgesellschaft · Weißwasser · 1,2 km" */
const kind = (ctx: Context, { sector, townName, metres }: Directory["items"][number]) => (
  <>
    <SectorSign sector={sector} /> {[sectorName(ctx, sector), townName].filter(Boolean).join(" · ")}
    {metres !== undefined && ` · ${distance(ctx, metres)}`}
  </>
);

const itemOf = (ctx: Context, one: Directory["items"][number]): Item => ({
  title: one.name,
  href: paths.show(one.slug),
  kind: kind(ctx, one),
  text: (
    <>
      {one.summary && <p>{one.summary}</p>}
      {one.fields.length > 0 && (
        <p class="al-soft al-small">{one.fields.map((code) => fieldName(ctx, code)).join(" · ")}</p>
      )}
    </>
  ),
  end: one.verifiedAt === null ? <span class="al-soft al-small">{say(ctx)("notVerified")}</span> : undefined,
});

const counted = (ctx: Context, label: string, n: number): string =>
  say(ctx)("countedOption", { label, n: number(ctx, n) });

const Filters = ({ ctx, directory, form }: ListProps) => {
  const words = say(ctx);
  const { counts } = directory;
  const some = <Code extends string>(
    codes: readonly Code[],
    count: ReadonlyMap<string, number>,
    name: (ctx: Context, code: string) => string,
  ) =>
    codes
      .filter((code) => count.has(code))
      .map((code) => ({ value: code, label: counted(ctx, name(ctx, code), count.get(code) ?? 0) }));
  return (
    <Form
      ctx={ctx}
      action={paths.list}
      method="get"
      form={form}
      submit={words("show")}
      label={words("filterLabel")}
      narrow
    >
      <TextField
        name="q"
        type="search"
        label={words("words")}
        hint={words("wordsHint")}
        optional
        maximum={100}
      />
      <RadioGroup
        name="sektor"
        label={words("sector")}
        optional
        value=""
        options={[
          { value: "", label: words("all") },
          ...sectors.map((sector) => ({
            value: sector,
            label: (
              <>
                <SectorSign sector={sector} />{" "}
                {counted(ctx, sectorName(ctx, sector), counts.sector.get(sector) ?? 0)}
              </>
            ),
          })),
        ]}
      />
      <Select
        name="feld"
        label={words("field")}
        optional
        blank={words("allFields")}
        options={some(fields, counts.field, fieldName)}
      />
      <Select
        name="zielgruppe"
        label={words("group")}
        optional
        blank={words("allGroups")}
        options={some(targetGroups, counts.group, targetGroupName)}
      />
      <TextField
        name="plz"
        label={words("postcode")}
        hint={words("postcodeHint")}
        optional
        width="short"
        autocomplete="postal-code"
        maximum={5}
      />
      <Select
        name="umkreis"
        label={words("radius")}
        optional
        blank={words("anyRadius")}
        options={radii.map((n) => ({ value: String(n), label: words("within", { n }) }))}
      />
    </Form>
  );
};

const tagsOf = ({ ctx, filter, address }: ListProps) => {
  const words = say(ctx);
  const without = (...names: readonly string[]) =>
    ["seite", ...names].reduce((path, name) => withParameter(path, name, undefined), address);
  const { words: asked, sector, field, group, postcode, radius } = filter;
  return [
    ...(asked ? [{ label: words("tagWords", { words: asked }), without: without("q") }] : []),
    ...(sector ? [{ label: sectorName(ctx, sector), without: without("sektor") }] : []),
    ...(field ? [{ label: fieldName(ctx, field), without: without("feld") }] : []),
    ...(group ? [{ label: targetGroupName(ctx, group), without: without("zielgruppe") }] : []),
    ...(postcode
      ? [
          {
            label: radius ? words("tagNear", { postcode, n: radius }) : words("tagPostcode", { postcode }),
            without: without("plz", "umkreis"),
          },
        ]
      : []),
  ];
};

const Nothing = ({ ctx, filtered }: { readonly ctx: Context; readonly filtered: boolean }) => (
  <Empty heading={say(ctx)(filtered ? "none" : "noneYet")}>
    <p>{say(ctx)(filtered ? "noneText" : "noneYetText")}</p>
    <p>
      <a href={paths.ask}>{say(ctx)("askUs")}</a>
    </p>
  </Empty>
);

/** The directory with its filters. */
export const DirectoryPage = (props: ListProps) => {
  const { ctx, directory, filter, address } = props;
  const words = say(ctx);
  const tags = tagsOf(props);
  return (
    <>
      <Title heading={words("organizations")} lead={words("lead", { town: ctx.place.name })}>
        <p>
          <a href={paths.map}>{words("asMap")}</a> · <a href={paths.services}>{words("asServices")}</a>
        </p>
      </Title>
      <SideBySide side={<Filters {...props} />}>
        <Section id="treffer" heading={words("count", { n: directory.total })} space="none">
          <Stack>
            <Tags ctx={ctx} tags={tags} />
            {directory.guessed && (
              <Notice ctx={ctx}>{words("guessed", { words: filter.words ?? "" })}</Notice>
            )}
            {directory.unknownPostcode && (
              <Notice ctx={ctx} kind="warning">
                {words("unknownPostcode", { postcode: filter.postcode ?? "" })}
              </Notice>
            )}
          </Stack>
          {directory.items.length === 0 ? (
            <Nothing ctx={ctx} filtered={tags.length > 0} />
          ) : (
            <ItemList items={directory.items.map((one) => itemOf(ctx, one))} />
          )}
          <Pager
            ctx={ctx}
            page={directory.page}
            size={pageSize}
            total={directory.total}
            href={(page) => withParameter(address, "seite", page === 1 ? undefined : String(page))}
            next={words("next", {
              n: Math.min(pageSize, Math.max(1, directory.total - directory.page * pageSize)),
            })}
          />
        </Section>
        <Note id="fehlt" heading={words("missing")}>
          <p>{words("missingText")}</p>
          <p>
            <a href={paths.ask}>{words("askUs")}</a>
          </p>
        </Note>
      </SideBySide>
    </>
  );
};
