type Rgb = readonly [red: number, green: number, blue: number];
type Lch = readonly [lightness: number, chroma: number, hue: number];

/** What a town may choose: its accent on light and on dark ground, and the deep color of the way-in panel. */
export type TownColors = { readonly light: string; readonly dark: string; readonly deep: string };

const hexPattern = /^#[0-9a-f]{6}$/i;

/** Whether a text is a color as towns enter it: "#0a5c63". */
export const isColor = (text: string): boolean => hexPattern.test(text);

const rgbOf = (hex: string): Rgb => {
  if (!isColor(hex)) throw new RangeError(`Not a color: ${hex}`);
  const channel = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
};

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const gamma = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

const luminance = (hex: string): number => {
  const [red, green, blue] = rgbOf(hex);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

/** The contrast of two colors after WCAG: from 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

const lchOf = (hex: string): Lch => {
  const [red, green, blue] = rgbOf(hex);
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const green2red = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const blue2yellow = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [lightness, Math.hypot(green2red, blue2yellow), Math.atan2(blue2yellow, green2red)];
};

const hexOf = ([lightness, chroma, hue]: Lch): string => {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const digits = channels.map((channel) => {
    const byte = Math.round(gamma(Math.min(1, Math.max(0, channel))) * 255);
    return byte.toString(16).padStart(2, "0");
  });
  return `#${digits.join("")}`;
};

// The grounds of styles/tokens.css on which a town's accent is read.
const grounds = { light: ["#f4f7f7", "#ffffff"], dark: ["#0e1517", "#162023"] } as const;
const washLight = (accent: string): string => hexOf([0.945, 0.017, lchOf(accent)[2]]);
const washDark = (accent: string): string => hexOf([0.29, 0.035, lchOf(accent)[2]]);

const leastContrast = 4.5;

const least = (color: string, others: readonly string[]): number =>
  Math.min(...others.map((other) => contrast(color, other)));

/** The lowest contrast each of a town's colors has anywhere on the pages. */
export const townContrast = ({
  light,
  dark,
  deep,
}: TownColors): Readonly<Record<keyof TownColors, number>> => ({
  light: least(light, [...grounds.light, washLight(light)]),
  dark: least(dark, [...grounds.dark, washDark(dark)]),
  deep: contrast(deep, "#ffffff"),
});

/** The colors that could not be read by everyone; saving is refused while there are any. */
export const weakColors = (colors: TownColors): readonly (keyof TownColors)[] => {
  const measured = townContrast(colors);
  return (["light", "dark", "deep"] as const).filter((name) => measured[name] < leastContrast);
};

const steps = 100;

// Walks from the wished lightness to black or white until the color can be read.
const readable = (
  accent: string,
  start: number,
  direction: 1 | -1,
  passes: (color: string) => boolean,
): string => {
  const [, chroma, hue] = lchOf(accent);
  for (let step = 0; step <= steps; step += 1) {
    const lightness = start + (direction * step) / steps;
    if (lightness < 0 || lightness > 1) break;
    const color = hexOf([lightness, chroma, hue]);
    if (passes(color)) return color;
  }
  return direction === 1 ? "#ffffff" : "#000000";
};

/** Three readable colors from the one a town's coat of arms or logo gives. */
export const deriveColors = (accent: string): TownColors => {
  const [lightness] = lchOf(accent);
  const passes = (name: keyof TownColors) => (color: string) =>
    townContrast({ light: color, dark: color, deep: color })[name] >= leastContrast;
  return {
    light: readable(accent, lightness, -1, passes("light")),
    dark: readable(accent, Math.max(0.8, lightness), 1, passes("dark")),
    deep: readable(accent, Math.min(0.37, lightness), -1, passes("deep")),
  };
};

/** The town's own stylesheet: three values on which everything else is built. */
export const townStyles = (colors: TownColors): string => {
  for (const color of [colors.light, colors.dark, colors.deep])
    if (!isColor(color)) throw new RangeError(`Not a color: ${color}`);
  return `:root{--town-light:${colors.light};--town-dark:${colors.dark};--town-deep:${colors.deep}}\n`;
};

/** The colors of a town that has chosen none: the lake's. */
export const lake: TownColors = { light: "#0a5c63", dark: "#7fd0d2", deep: "#0b474d" };
