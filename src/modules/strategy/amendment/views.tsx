import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { applyEdits } from "#methods/text-diff.ts";
import { sectorName } from "#modules/organizations/vocabulary.ts";
import { say } from "#modules/strategy/amendments/messages.ts";
import { type AmendmentRow, authorOf } from "#modules/strategy/amendments/queries.ts";
import { AmendmentState, AmendmentTable, ChangeShown } from "#modules/strategy/amendments/views.tsx";
import { say as sayPackage } from "#modules/strategy/package/messages.ts";
import { StanceTable } from "#modules/strategy/package/views.tsx";
import type { StanceRow } from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { say as sayHere } from "#modules/strategy/refinements/messages.ts";
import { Beneath, Taking } from "#modules/strategy/refinements/views.tsx";
import { recommendationName } from "#modules/strategy/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title, TwoColumns } from "#ui/page.tsx";

type Base = { readonly ctx: Context };

type OneProps = Base & {
  readonly row: AmendmentRow;
  readonly collisions: readonly AmendmentRow[];
  readonly author: boolean;
  readonly formKey: string;
  readonly refusal?: string | undefined;
  readonly notice?: "neu" | "zurueck" | "uebernommen" | undefined;
  /** What others want to read otherwise in it. */
  readonly beneath: readonly AmendmentRow[];
  /** Whether somebody can propose other words for it now. */
  readonly takesWords: boolean;
  /** Whether the asker may make its words those of the amendment it changes. */
  readonly takesOver: boolean;
  readonly stances: readonly StanceRow[];
  /** Whether the asker can say something for a seat. */
  readonly asks: boolean;
  readonly children?: ComponentChildren;
};

const noticeOf = (ctx: Context, notice: NonNullable<OneProps["notice"]>): string =>
  notice === "uebernommen" ? sayHere(ctx)("notice") : say(ctx)(`notice_${notice}`);

const SideBySide = ({ ctx, row }: Base & { row: AmendmentRow }) => {
  const after = row.action === "delete" ? say(ctx)("goneParagraph") : applyEdits(row.base, row.operations);
  return (
    <TwoColumns>
      {[[say(ctx)("now"), row.base] as const, [say(ctx)("wished"), after] as const].map(([heading, text]) => (
        <Stack>
          <h3>{heading}</h3>
          <p>{text}</p>
        </Stack>
      ))}
    </TwoColumns>
  );
};

const Why = ({ ctx, row }: Base & { row: AmendmentRow }) => {
  const words = say(ctx);
  return (
    <Section id="warum" heading={words("reason")}>
      <Stack>
        <p>{row.reason}</p>
        <Pairs
          pairs={[
            [
              words("recommendation"),
              row.recommendation &&
                `${recommendationName(ctx, row.recommendation)}: ${row.recommendationWords}`,
            ],
            [
              words("place"),
              row.paragraphId && <a href={paths.paragraph(row.paragraphId)}>{row.base.slice(0, 80)}…</a>,
            ],
            [
              words("merged", { number: row.mergedNumber ?? 0 }),
              row.mergedNumber && <a href={paths.version(row.mergedNumber)}>{words("toText")}</a>,
            ],
          ]}
        />
      </Stack>
    </Section>
  );
};

const Said = ({ ctx, row, stances, asks }: OneProps) => {
  const words = sayPackage(ctx);
  if (stances.length === 0 && !asks) return null;
  return (
    <Section id="sitze" heading={words("said")}>
      <Stack>
        <StanceTable ctx={ctx} stances={stances} />
        {asks && (
          <p class="al-actions">
            <ButtonLink href={paths.amendmentStance(row.number)} kind="secondary">
              {words(may.run(ctx) ? "onBehalf" : "say")}
            </ButtonLink>
          </p>
        )}
      </Stack>
    </Section>
  );
};

/** One amendment with everything about it. */
export const AmendmentView = (props: OneProps) => {
  const { ctx, row, collisions, author, formKey, refusal, notice, children } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        kind={row.version}
        heading={words("number", row)}
        lead={<AmendmentState ctx={ctx} state={row.state} />}
      >
        <p class="al-soft">
          {words("by", { author: authorOf(ctx, row), date: dayWithYear(ctx, row.madeAt) })}
          {row.sector && ` · ${sectorName(ctx, row.sector)}`}
        </p>
        {row.stateWords && <p>{row.stateWords}</p>}
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={noticeOf(ctx, notice)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      <Section id="aenderung" heading={words("change")}>
        <Stack>
          <ChangeShown ctx={ctx} row={row} />
          {row.action !== "insert" && <SideBySide ctx={ctx} row={row} />}
          <Taking ctx={ctx} formKey={`${formKey}-t`} row={row} may={props.takesOver} />
        </Stack>
      </Section>
      <Why ctx={ctx} row={row} />
      {collisions.length > 0 && (
        <Section id="kollision" heading={words("collisions")}>
          <p>{words("collisionsText")}</p>
          <AmendmentTable ctx={ctx} rows={collisions} id="kollisionen" caption={words("collisionsTable")} />
        </Section>
      )}
      <Beneath ctx={ctx} row={row} rows={props.beneath} open={props.takesWords} />
      <Said {...props} />
      {children}
      {author && ["submitted", "open", "review"].includes(row.state) && (
        <Form
          ctx={ctx}
          id="w"
          action={paths.withdrawAmendment(row.number)}
          formKey={formKey}
          submit={words("withdraw")}
          next={words("withdrawNext")}
          quiet
        />
      )}
    </Stack>
  );
};
