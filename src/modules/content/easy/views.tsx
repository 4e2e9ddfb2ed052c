import type { Context } from "#core/context.ts";
import { paths } from "#modules/content/paths.ts";
import { ButtonLink } from "#ui/button.tsx";
import { telephone } from "#ui/link.ts";
import { Actions, Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

// One sentence a line, as Easy Language is written.
const Sentences = ({ text }: { text: string }) => <p class="al-lines">{text}</p>;

const Ways = ({ ctx }: { ctx: Context }) => {
  const words = say(ctx);
  const { officePhone, officeName, officeStreet, officePostcode, officeTown, openingHours } = ctx.place;
  return (
    <>
      {officePhone && (
        <>
          <Sentences text={words("howPhone")} />
          <p>
            <a href={telephone(officePhone)}>{officePhone}</a>
          </p>
        </>
      )}
      {officeStreet && (
        <>
          <Sentences text={words("howVisit")} />
          <Sentences
            text={[officeName, officeStreet, `${officePostcode} ${officeTown}`].filter(Boolean).join("\n")}
          />
        </>
      )}
      {openingHours && (
        <>
          <p>{words("hours")}</p>
          <Sentences text={openingHours} />
        </>
      )}
      <Sentences text={words("howWrite")} />
      <Actions>
        <ButtonLink href={paths.ask}>{words("askLink")}</ButtonLink>
      </Actions>
    </>
  );
};

type Props = {
  readonly ctx: Context;
  readonly pages: readonly { readonly title: string; readonly href: string }[];
};

/** The contact point in Easy Language: what it is, how to ask, how to help, what happens with data. */
export const EasyPage = ({ ctx, pages }: Props) => {
  const words = say(ctx);
  const town = ctx.place.name;
  return (
    <>
      <Title heading={words("title", { town })} />
      <Section id="was" heading={words("what")} space="none">
        <Sentences text={words("whatText", { town })} />
      </Section>
      <Section id="fragen" heading={words("how")}>
        <div class="al-stack">
          <Ways ctx={ctx} />
        </div>
      </Section>
      <Section id="helfen" heading={words("help")}>
        <div class="al-stack">
          <Sentences text={words("helpText")} />
          <p>
            <a href={paths.offers}>{words("helpLink")}</a>
          </p>
        </div>
      </Section>
      <Section id="daten" heading={words("safe")}>
        <Sentences text={words("safeText")} />
      </Section>
      <Section id="seiten" heading={words("site")}>
        <Sentences text={words("siteText")} />
      </Section>
      {pages.length > 0 && (
        <Section id="mehr" heading={words("more")}>
          <ItemList items={pages} />
        </Section>
      )}
      <p class="al-soft al-small">{words("languageNote")}</p>
    </>
  );
};
