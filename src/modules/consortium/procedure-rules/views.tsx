import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { ProcedureRules } from "#methods/resolution.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { RulesInForce, RulesRow } from "#modules/consortium/procedure/queries.ts";
import { rulesStateName } from "#modules/consortium/vocabulary.ts";
import { Pairs } from "#ui/facts.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { type RuleChange, rulesCompared, rulesInWords } from "./vocabulary.ts";

type Base = { readonly ctx: Context };

/** Rules in sentences, each with where it comes from. */
export const RuleList = ({ ctx, rules }: Base & { readonly rules: ProcedureRules }) => (
  <Pairs
    pairs={rulesInWords(ctx, rules).map(({ heading, sentence, source }) => [
      heading,
      <>
        {sentence} {source && <span class="al-soft al-small">{say(ctx)("source", { source })}</span>}
      </>,
    ])}
  />
);

/** What changed between two versions. */
export const Changes = ({
  ctx,
  id,
  changes,
}: Base & { readonly id: string; readonly changes: readonly RuleChange[] }) => {
  const words = say(ctx);
  return (
    <Table
      id={`${id}-tabelle`}
      caption={words("heading")}
      rows={changes}
      columns={[
        { heading: words("rule"), cell: ({ heading }) => heading },
        { heading: words("before"), cell: ({ before }) => before },
        { heading: words("after"), cell: ({ after }) => after },
      ]}
    />
  );
};

/** Every version with its day, and who decided it. */
export const Versions = ({ ctx, versions }: Base & { readonly versions: readonly RulesRow[] }) => {
  const words = say(ctx);
  return (
    <Table
      id="fassungen-tabelle"
      caption={words("versionsTable")}
      rows={versions}
      columns={[
        { heading: words("number"), cell: ({ number }) => number },
        {
          heading: words("validFrom"),
          cell: ({ state, validFrom }) =>
            validFrom ? dayWithYear(ctx, validFrom) : rulesStateName(ctx, state),
        },
        { heading: words("decided"), cell: ({ words: text }) => text },
      ]}
    />
  );
};

type RulesProps = Base & {
  readonly inForce: RulesInForce;
  readonly versions: readonly RulesRow[];
  readonly runs: boolean;
};

/** The rules for everybody: those in force, how they changed, and who decided that. */
export const RulesView = ({ ctx, inForce, versions, runs }: RulesProps) => {
  const words = say(ctx);
  const { number, validFrom, rules } = inForce;
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      {runs && (
        <Actions>
          <a href={paths.officeRules}>{words("change")}</a>
        </Actions>
      )}
      <Section
        id="regeln"
        heading={
          number !== null && validFrom
            ? words("version", { number, day: dayWithYear(ctx, validFrom) })
            : words("heading")
        }
      >
        <Stack>
          {number === null && <p>{words("start")}</p>}
          <RuleList ctx={ctx} rules={rules} />
        </Stack>
      </Section>
      {versions.slice(0, -1).map((version, index) => {
        const before = versions[index + 1];
        const changes = before ? rulesCompared(ctx, before.rules, version.rules) : [];
        return (
          changes.length > 0 && (
            <Section id={`fassung-${version.number}`} heading={words("changes", { number: version.number })}>
              <Changes ctx={ctx} id={`fassung-${version.number}`} changes={changes} />
            </Section>
          )
        );
      })}
      {versions.length > 0 && (
        <Section id="fassungen" heading={words("versions")}>
          <Versions ctx={ctx} versions={versions} />
        </Section>
      )}
    </Stack>
  );
};
