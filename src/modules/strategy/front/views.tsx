import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { number } from "#core/number.ts";
import { paths as consortium } from "#modules/consortium/paths.ts";
import type { FieldRow, ObjectiveRow } from "#modules/strategy/fields/queries.ts";
import type { MeasureRow } from "#modules/strategy/measures/queries.ts";
import { MeasureList } from "#modules/strategy/measures/views.tsx";
import { paths } from "#modules/strategy/paths.ts";
import { measureStateName, measureStates } from "#modules/strategy/vocabulary.ts";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { type View, Views } from "#ui/work.tsx";
import { say } from "./messages.ts";
import type { VersionInForce } from "./queries.ts";

type Base = { readonly ctx: Context };

type PlanProps = Base & {
  readonly objectives: readonly ObjectiveRow[];
  readonly measures: readonly MeasureRow[];
};

/** Objectives and, below each, what is done for it. */
export const Plan = ({ ctx, objectives, measures }: PlanProps) => {
  const words = say(ctx);
  if (objectives.length === 0) return <p class="al-soft">{words("noObjective")}</p>;
  return (
    <Stack wide>
      {objectives.map(({ topicId, number: topic, title, untilYear }) => {
        const own = measures.filter((measure) => measure.topicId === (topicId as string));
        return (
          <div class="al-objective">
            <p class="al-soft al-small">
              {untilYear === null ? words("objective") : words("untilYear", { year: untilYear })}
            </p>
            <h3>
              <a href={consortium.topic(topic)}>{title}</a>
            </h3>
            {own.length > 0 ? (
              <MeasureList ctx={ctx} measures={own} under brief />
            ) : (
              <p class="al-soft">{words("noMeasure")}</p>
            )}
          </div>
        );
      })}
    </Stack>
  );
};

type FrontProps = PlanProps & {
  readonly fields: readonly FieldRow[];
  readonly version: VersionInForce | undefined;
  readonly negotiated: boolean;
};

const Ways = ({ ctx, version, negotiated }: Pick<FrontProps, "ctx" | "version" | "negotiated">) => {
  const words = say(ctx);
  return (
    <p class="al-actions">
      <a href={paths.progress}>{words("progress")}</a>
      {version && <a href={paths.text}>{words("text")}</a>}
      {version?.easyWords && <a href={paths.easy}>{words("easy")}</a>}
      {negotiated && <a href={paths.amendments}>{words("amendments")}</a>}
      {negotiated && <a href={paths.packages}>{words("packages")}</a>}
      <a href={paths.measures}>{words("all")}</a>
      <a href={consortium.front}>{words("consortium")}</a>
    </p>
  );
};

/** The strategy on one page: the vision in force, the fields, the objectives in them, and what is done. */
export const FrontView = ({ ctx, fields, objectives, measures, version, negotiated }: FrontProps) => {
  const words = say(ctx);
  const counts = {
    fields: number(ctx, fields.length),
    objectives: number(ctx, objectives.length),
    measures: number(ctx, measures.length),
  };
  return (
    <>
      <Title heading={words("heading")} lead={words(fields.length > 0 ? "leadSome" : "lead", counts)}>
        <Ways ctx={ctx} version={version} negotiated={negotiated} />
      </Title>
      {version?.vision ? (
        <Section
          id="vision"
          heading={words("vision")}
          space="none"
          aside={
            version.adoptedOn &&
            words("version", { number: version.number, day: dayWithYear(ctx, version.adoptedOn) })
          }
        >
          {version.vision.split(/\n{2,}/u).map((part) => (
            <p>{part}</p>
          ))}
        </Section>
      ) : (
        fields.length > 0 && <p class="al-soft">{words("noVersion")}</p>
      )}
      {fields.length === 0 && (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      )}
      {fields.map(({ id, slug, title }, index) => (
        <Section id={slug} heading={<a href={paths.field(slug)}>{`${index + 1}. ${title}`}</a>}>
          <Plan
            ctx={ctx}
            objectives={objectives.filter(({ fieldId }) => fieldId === id)}
            measures={measures}
          />
        </Section>
      ))}
      <p class="al-small">
        <a href="/offene-daten">{words("csv")}</a>
      </p>
    </>
  );
};

/** One field with its objectives and what is done for them. */
export const FieldView = ({ ctx, field, ...plan }: PlanProps & { readonly field: FieldRow }) => (
  <Stack wide>
    <Title kind={say(ctx)("fieldKind")} heading={field.title} lead={field.words} />
    {field.endedOn && <p>{say(ctx)("ended", { day: dayWithYear(ctx, field.endedOn) })}</p>}
    <Section id="ziele" heading={say(ctx)("fieldPlan")}>
      <Plan ctx={ctx} {...plan} />
    </Section>
  </Stack>
);

export const kinds = ["alle", "ueberfaellig", ...measureStates] as const;
export type Kind = (typeof kinds)[number];

type ListProps = Base & { readonly measures: readonly MeasureRow[]; readonly kind: Kind };

/** All measures in one list, or those of one kind. */
export const ListView = ({ ctx, measures, kind }: ListProps) => {
  const words = say(ctx);
  const nameOf = (one: Kind): string => {
    if (one === "alle") return words("every");
    return one === "ueberfaellig" ? words("overdue") : measureStateName(ctx, one);
  };
  const views: View[] = kinds.map((one) => ({
    href: one === "alle" ? paths.measures : `${paths.measures}?welche=${one}`,
    label: nameOf(one),
    current: one === kind,
  }));
  return (
    <Stack wide>
      <Title heading={words("all")} lead={words("allLead")}>
        <Views ctx={ctx} views={views} />
      </Title>
      {measures.length > 0 ? (
        <MeasureList ctx={ctx} measures={measures} />
      ) : (
        <Empty heading={words("nothing")} />
      )}
    </Stack>
  );
};
