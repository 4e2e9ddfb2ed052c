import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/organizations/paths.ts";
import type { Coverage, ServiceFilter, ServiceRow } from "#modules/organizations/services/queries.ts";
import {
  accessibilityName,
  languageName,
  needName,
  needs,
  sectorName,
  targetGroupName,
  targetGroups,
} from "#modules/organizations/vocabulary.ts";
import { options, Select } from "#ui/choices.tsx";
import { Pairs, SectorSign } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { telephone, withParameter } from "#ui/link.ts";
import { Empty, Note, Section, SideBySide, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly form: Filled;
  readonly filter: ServiceFilter;
  readonly coverage: Coverage;
  /** The services of the chosen need; without a need the list of needs is shown. */
  readonly services: readonly ServiceRow[] | undefined;
};

// Animals and volunteers look for no services.
const askedGroups = targetGroups.filter((code) => code !== "animals" && code !== "everyone");

const addressOf = ({ need, group }: ServiceFilter): string => {
  const path = withParameter(paths.services, "brauche", need);
  return group === undefined ? path : withParameter(path, "bin", group);
};

const Question = ({ ctx, form, filter }: Props) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      action={paths.services}
      method="get"
      form={form}
      submit={words("showServices")}
      label={words("servicesTitle")}
      narrow
    >
      <Select
        name="bin"
        label={words("iAm")}
        optional
        blank={words("anybody")}
        value={filter.group}
        options={options(askedGroups, (code) => targetGroupName(ctx, code))}
      />
      <Select
        name="brauche"
        label={words("iNeed")}
        optional
        blank={words("anybody")}
        value={filter.need}
        options={options(needs, (code) => needName(ctx, code))}
      />
    </Form>
  );
};

const headingOf = (ctx: Context, { group }: ServiceFilter): string =>
  group === undefined
    ? say(ctx)("needHeading")
    : say(ctx)("needHeadingFor", { group: targetGroupName(ctx, group) });

/** Every need with the number of services; what has none says so. */
const Needs = ({ ctx, filter, coverage }: Props) => {
  const words = say(ctx);
  const gaps = needs.filter((code) => !coverage.needs.has(code));
  return (
    <>
      <Section id="bedarfe" heading={headingOf(ctx, filter)} space="none">
        <ItemList
          items={needs.map((code) => {
            const n = coverage.needs.get(code) ?? 0;
            return {
              title: needName(ctx, code),
              href: addressOf({ need: code, group: filter.group }),
              end: <span class="al-soft">{n === 0 ? words("gap") : words("serviceCount", { n })}</span>,
            };
          })}
        />
      </Section>
      {gaps.length > 0 && (
        <Note id="luecken" heading={words("gapSummary", { n: gaps.length })}>
          <p>{words("gapSummaryText", { list: gaps.map((code) => needName(ctx, code)).join(", ") })}</p>
          <p>
            <a href={paths.gaps}>{words("gapsLink")}</a>
          </p>
        </Note>
      )}
    </>
  );
};

const place = (row: ServiceRow): string =>
  [row.site, row.street, [row.postcode, row.townName].filter(Boolean).join(" ")].filter(Boolean).join(", ");

const Details = ({ ctx, row }: { readonly ctx: Context; readonly row: ServiceRow }) => {
  const words = say(ctx);
  const listed = (codes: readonly string[] | null, name: (ctx: Context, code: string) => string) =>
    (codes ?? []).map((code) => name(ctx, code)).join(", ");
  return (
    <Stack>
      {row.description && <p>{row.description}</p>}
      <Pairs
        pairs={[
          [words("groups"), listed(row.targetGroups, targetGroupName)],
          [words("how"), row.howToCome],
          [words("phone"), row.phone && <a href={telephone(row.phone)}>{row.phone}</a>],
          [words("address"), place(row)],
          [words("hours"), row.openingHours],
          [words("barriers"), listed(row.accessibility, accessibilityName)],
          [words("languages"), listed(row.languages, languageName)],
          [words("fees"), row.fees],
        ]}
      />
    </Stack>
  );
};

const Services = ({ ctx, filter, services = [] }: Props) => {
  const words = say(ctx);
  const need = needName(ctx, filter.need ?? "");
  if (services.length === 0) {
    const heading =
      filter.group === undefined
        ? words("gapHeading", { need })
        : words("gapHeadingFor", { need, group: targetGroupName(ctx, filter.group) });
    return (
      <Empty heading={heading}>
        <p>{words("gapText")}</p>
        <p>
          <a href={paths.ask}>{words("askUs")}</a>
        </p>
      </Empty>
    );
  }
  return (
    <Section
      id="ergebnis"
      heading={words("resultHeading", { need, count: words("serviceCount", { n: services.length }) })}
      link={{ href: addressOf({ group: filter.group }), label: words("backToNeeds") }}
      space="none"
    >
      <ItemList
        items={services.map((row) => ({
          title: row.name,
          href: paths.show(row.slug),
          kind: (
            <>
              <SectorSign sector={row.sector} /> {words("by", { organization: row.organization })} ·{" "}
              {sectorName(ctx, row.sector)}
            </>
          ),
          text: <Details ctx={ctx} row={row} />,
        }))}
      />
    </Section>
  );
};

/** Who is there for what one needs; needs that nobody meets stay visible. */
export const ServicesPage = (props: Props) => (
  <>
    <Title
      heading={say(props.ctx)("servicesTitle")}
      lead={say(props.ctx)("servicesLead", { town: props.ctx.place.name })}
    />
    <SideBySide side={<Question {...props} />}>
      {props.services === undefined ? <Needs {...props} /> : <Services {...props} />}
    </SideBySide>
  </>
);
