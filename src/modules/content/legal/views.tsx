import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { renderMarkdown } from "#core/markdown.ts";
import type { WrittenPage } from "#modules/content/pages/queries.ts";
import { paths } from "#modules/content/paths.ts";
import { may } from "#modules/places/policy.ts";
import type { Place } from "#modules/places/schema.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, More, Note, Prose, Section, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { purposes, purposeWords } from "./vocabulary.ts";

type Props = {
  readonly ctx: Context;
  readonly settings: Place;
  /** What the legal notice still lacks, in words. */
  readonly missing: readonly string[];
  /** What the town itself wrote under the same name. */
  readonly addition?: WrittenPage | undefined;
};

const Incomplete = ({ ctx, missing }: Pick<Props, "ctx" | "missing">) => {
  if (missing.length === 0) return null;
  return (
    <Notice ctx={ctx} kind="info" heading={say(ctx)("incomplete")}>
      {may.change(ctx) && (
        <>
          <p>{say(ctx)("incompleteStaff", { fields: missing.join(", ") })}</p>
          <p>
            <a href={paths.settings}>{say(ctx)("complete")}</a>
          </p>
        </>
      )}
    </Notice>
  );
};

const Addition = ({ ctx, addition }: Pick<Props, "ctx" | "addition">) =>
  addition ? (
    <Section id="ergaenzend" heading={say(ctx)("addition")}>
      <Prose html={renderMarkdown(addition.body, 3)} />
    </Section>
  ) : null;

const lines = (...parts: readonly string[]): string => parts.filter((part) => part.trim() !== "").join("\n");

const Mail = ({ address }: { address: string }) => <a href={`mailto:${address}`}>{address}</a>;

const addressOf = ({ legalOperator, legalForm, officeStreet, officePostcode, officeTown }: Place): string =>
  lines(
    [legalOperator, legalForm].filter(Boolean).join(", "),
    officeStreet,
    `${officePostcode} ${officeTown}`,
  );

/** The legal notice, made from the settings of the town. */
export const LegalNotice = ({ ctx, settings, missing, addition }: Props) => {
  const words = say(ctx);
  const later = words("following");
  return (
    <>
      <Title heading={words("notice")} />
      <Incomplete ctx={ctx} missing={missing} />
      <Pairs
        pairs={[
          [
            words("operator"),
            [settings.legalOperator || later, settings.legalForm].filter(Boolean).join(", "),
          ],
          [words("representative"), settings.legalRepresentative || later],
          [
            words("address"),
            <span class="al-lines">
              {settings.officeStreet
                ? lines(
                    settings.officeName,
                    settings.officeStreet,
                    `${settings.officePostcode} ${settings.officeTown}`,
                  )
                : later}
            </span>,
          ],
          [
            words("phone"),
            settings.officePhone ? (
              <a href={telephone(settings.officePhone)}>{settings.officePhone}</a>
            ) : (
              later
            ),
          ],
          [words("email"), settings.officeEmail ? <Mail address={settings.officeEmail} /> : later],
          [words("register"), settings.legalRegister],
          [`${words("responsible")} (${words("responsibleHint")})`, settings.legalResponsible || later],
        ]}
      />
      <Section id="wer-schreibt" heading={words("foreign")}>
        <p>{words("foreignText")}</p>
        {settings.officeEmail && <p>{words("contactPoint", { email: settings.officeEmail })}</p>}
        <p>
          <a href={paths.ask}>{words("foreignLink")}</a>
        </p>
      </Section>
      <Section id="verwenden" heading={words("rightsOfUse")}>
        <p>{words("rightsOfUseText")}</p>
      </Section>
      <Addition ctx={ctx} addition={addition} />
    </>
  );
};

const list = (items: readonly string[]) => (
  <div class="al-prose">
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  </div>
);

const Purposes = ({ ctx }: { ctx: Context }) => (
  <>
    {purposes.map((purpose) => {
      const words = purposeWords(ctx);
      return (
        <More summary={words(purpose)}>
          <Pairs
            pairs={[
              [say(ctx)("what"), words(`${purpose}_what`)],
              [say(ctx)("basis"), words(`${purpose}_basis`)],
              [say(ctx)("howLong"), words(`${purpose}_long`)],
            ]}
          />
        </More>
      );
    })}
  </>
);

/** What is stored, why and how long: first in four sentences, then in full. */
export const Privacy = ({ ctx, settings, missing, addition }: Props) => {
  const words = say(ctx);
  const later = words("following");
  const rights = [
    words("right1"),
    words("right2"),
    words("right3"),
    words("right4"),
    words("right5", { authority: settings.supervisoryAuthority || later }),
  ];
  return (
    <>
      <Title heading={words("privacy")} />
      <Incomplete ctx={ctx} missing={missing} />
      <Note id="kurz" heading={words("privacyShort")}>
        {list([
          words("privacyShort1"),
          words("privacyShort2"),
          words("privacyShort3"),
          words("privacyShort4"),
        ])}
      </Note>
      <Section id="verantwortlich" heading={words("whoIsResponsible")}>
        <Pairs
          pairs={[
            [
              words("operator"),
              <span class="al-lines">{settings.legalOperator ? addressOf(settings) : later}</span>,
            ],
            [words("askAbout"), settings.privacyContact || later],
            [
              words("phone"),
              settings.officePhone && <a href={telephone(settings.officePhone)}>{settings.officePhone}</a>,
            ],
          ]}
        />
      </Section>
      <Section id="zwecke" heading={words("forWhat")}>
        <Purposes ctx={ctx} />
      </Section>
      <Section id="cookies" heading={words("cookies")}>
        <p>{words("cookiesText")}</p>
      </Section>
      <Section id="empfaenger" heading={words("recipients")}>
        <p>{words("recipientsText")}</p>
      </Section>
      <Section id="rechte" heading={words("yourRights")}>
        <p>{words("yourRightsText")}</p>
        {list(rights)}
        <Actions>
          <a href={paths.mine}>{words("mine")}</a>
        </Actions>
      </Section>
      <Addition ctx={ctx} addition={addition} />
    </>
  );
};

// The day of the last self-assessment; it changes with the assessment, not with the clock.
const assessedOn = "2026-11-22";

type StatementProps = Pick<Props, "ctx" | "addition"> & { readonly origin: string };

/** The accessibility statement with the parts that the model text asks for. */
export const AccessibilityStatement = ({ ctx, addition, origin }: StatementProps) => {
  const words = say(ctx);
  return (
    <>
      <Title
        heading={words("accessibility")}
        lead={words("scope", { address: origin.replace(/^https?:\/\//u, ""), town: ctx.place.name })}
      />
      <Section id="stand" heading={words("status")} space="none">
        <p>{words("statusText")}</p>
      </Section>
      <Section id="geht" heading={words("works")}>
        {list([words("work1"), words("work2"), words("work3"), words("work4")])}
      </Section>
      <Section id="luecken" heading={words("gaps")}>
        {list([words("gap1"), words("gap2"), words("gap3"), words("gap4")])}
      </Section>
      <Section id="pruefung" heading={words("method")}>
        <p>{words("methodText", { date: dayWithYear(ctx, assessedOn) })}</p>
      </Section>
      <Section id="melden" heading={words("feedback")}>
        <p>{words("feedbackText")}</p>
        <Actions>
          <ButtonLink href={paths.reportBarrier}>{words("feedbackLink")}</ButtonLink>
          {ctx.place.officePhone && <a href={telephone(ctx.place.officePhone)}>{ctx.place.officePhone}</a>}
        </Actions>
      </Section>
      <Section id="durchsetzung" heading={words("enforcement")}>
        <p>{words("enforcementText")}</p>
      </Section>
      <Addition ctx={ctx} addition={addition} />
    </>
  );
};
