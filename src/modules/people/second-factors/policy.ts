import { create } from "qrcode";

/** The dark squares of a QR code, column and row. */
export type Modules = { readonly size: number; readonly dark: readonly (readonly [number, number])[] };

/** Reads which squares of the picture are dark; how they are drawn is the page's business. */
export const qrModules = (text: string): Modules => {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size, data } = modules;
  const dark = Array.from(data).flatMap((bit, index) =>
    bit ? [[index % size, Math.floor(index / size)] as const] : [],
  );
  return { size, dark };
};
