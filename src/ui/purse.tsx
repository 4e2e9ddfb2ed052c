export type PursePart = { readonly amount: number; readonly rest: boolean };

/** How an amount is divided, as a picture; the table beside it says the same. What was not spent is only outlined. */
export const Purse = ({ parts }: { readonly parts: readonly PursePart[] }) => {
  const all = Math.max(
    1,
    parts.reduce((sum, { amount }) => sum + amount, 0),
  );
  const drawn = parts.filter(({ amount }) => amount > 0);
  const percent = (amount: number): string => `${(amount / all) * 100}%`;
  return (
    <svg class="al-purse" aria-hidden="true" focusable="false">
      {drawn.map(({ amount, rest }, index) => (
        <rect
          class={`al-purse__part al-purse__part--${rest ? "rest" : index % 2 === 0 ? "even" : "odd"}`}
          x={percent(drawn.slice(0, index).reduce((sum, part) => sum + part.amount, 0))}
          width={percent(amount)}
          height="100%"
        />
      ))}
    </svg>
  );
};
