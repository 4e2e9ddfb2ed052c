import type { Context } from "#core/context.ts";
import { number } from "#core/number.ts";
import { paths } from "#modules/participation/paths.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Title } from "#ui/page.tsx";
import type { SupportRefusal } from "./commands.ts";
import { say } from "./messages.ts";

type Refused = {
  readonly ctx: Context;
  readonly because: SupportRefusal;
  readonly title: string;
  readonly href: string;
};

/** A support that could not be given, and why. */
export const RefusedView = ({ ctx, because, title, href }: Refused) => (
  <>
    <Title heading={say(ctx)("support")} />
    <Notice ctx={ctx} kind="warning" heading={say(ctx)(`refused_${because}`)}>
      <a href={href}>{title}</a>
    </Notice>
  </>
);

type Supported = {
  readonly supports: number;
  readonly paperSupports: number;
};

/** "48 Unterstützungen, davon 12 auf Papier". */
export const supportWords = (ctx: Context, { supports, paperSupports }: Supported): string => {
  const words = say(ctx);
  const all = words("count", { n: supports });
  return paperSupports > 0 ? `${all}, ${words("ofPaper", { n: paperSupports })}` : all;
};

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly slug: string;
  readonly proposal: Supported & { readonly number: number; readonly title: string };
  readonly own: boolean;
  /** Whether it can be supported now. */
  readonly open: boolean;
  /** Whether this reader may: false says nothing more than that they may not. */
  readonly allowed: boolean;
};

const Act = ({ ctx, formKey, slug, proposal, own, open, allowed }: Props) => {
  const words = say(ctx);
  const action = paths.support(slug, proposal.number);
  if (!open) return <p class="al-soft">{words("closed")}</p>;
  if (ctx.actor.kind === "visitor")
    return (
      <p>
        <ButtonLink href={`/anmelden?weiter=${encodeURIComponent(paths.proposal(slug, proposal.number))}`}>
          {words("signIn")}
        </ButtonLink>
      </p>
    );
  if (own)
    return (
      <>
        <p>{words("yours")}</p>
        <ActionForm
          action={action}
          label={words("withdraw")}
          object={proposal.title}
          formKey={`${formKey}-stuetze`}
          values={{ aktion: "zurueck" }}
          kind="secondary"
        />
      </>
    );
  if (!allowed) return <p class="al-soft">{words("refused_notAllowed")}</p>;
  return (
    <ActionForm
      action={action}
      label={words("support")}
      object={proposal.title}
      formKey={`${formKey}-stuetze`}
      kind="primary"
    />
  );
};

/** The number of those who stand behind it, and the one button. */
export const Support = (props: Props) => {
  const { ctx, proposal } = props;
  const words = say(ctx);
  return (
    <div class="al-stack" id="unterstuetzung">
      <Facts
        facts={[
          {
            value: number(ctx, proposal.supports),
            sentence: [
              words("stand", { n: proposal.supports }),
              proposal.paperSupports > 0 && words("ofPaper", { n: proposal.paperSupports }),
            ]
              .filter(Boolean)
              .join(", "),
          },
        ]}
      />
      <Act {...props} />
      <p class="al-soft al-small">{words("onlyNumber")}</p>
    </div>
  );
};
