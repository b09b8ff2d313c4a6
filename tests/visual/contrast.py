"""Contrast of every text that is seen, measured in the page by the formula of WCAG 2.2 (1.4.3, level AA)."""

CONTRASTS = """
const parse = (text) => {
  const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
  return [r, g, b, a];
};
const over = (top, base) => [0, 1, 2].map((i) => top[i] * top[3] + base[i] * (1 - top[3]));
const light = (colour) => {
  const linear = (v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const [r, g, b] = colour.slice(0, 3).map((v) => linear(v / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (element) => {
  const layers = [];
  for (let each = element; each; each = each.parentElement) {
    const colour = parse(getComputedStyle(each).backgroundColor);
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  return layers.reverse().reduce((base, top) => over(top, base), [255, 255, 255]);
};
let texts = 0;
const low = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  const box = element.getBoundingClientRect();
  if (!walker.currentNode.textContent.trim() || box.width <= 1 || box.height <= 1) continue;
  if (element.closest("title, desc, script")) continue;
  const style = getComputedStyle(element);
  if (style.visibility === "hidden" || style.display === "none" || element.closest(".skip")) continue;
  const inDrawing = element.closest("svg");
  const colour = parse(inDrawing ? style.fill : style.color);
  const base = ground(inDrawing ? inDrawing.parentElement : element);
  const [a, b] = [light(over(colour, base)), light(base)].sort((x, y) => y - x);
  const ratio = Math.round((a + 0.05) / (b + 0.05) * 100) / 100;
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  texts += 1;
  if (ratio < (large ? 3 : 4.5)) low.push({text: walker.currentNode.textContent.trim().slice(0, 40), ratio, size});
}
return {texts, low};
"""
