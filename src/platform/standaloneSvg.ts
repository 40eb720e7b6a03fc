/** Drawings of the page as a file of their own: what style sheets say of them is written into them. */

const SVG = 'http://www.w3.org/2000/svg';

/** The font is named and not packed in: who has it sees it, and others see their own. */
const FONT = "'Atkinson Hyperlegible Next', system-ui, sans-serif";

/** All that our style sheets say of drawings. */
const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'font-size',
  'font-weight',
] as const;

/** Drawings one below the other in one SVG, as they look now. */
export function standaloneSvg(
  drawings: readonly SVGSVGElement[],
  title: string,
  paper: string,
): string {
  const sizes = drawings.map((drawing) => ({
    width: Number(drawing.getAttribute('width')),
    height: Number(drawing.getAttribute('height')),
  }));
  const width = Math.max(0, ...sizes.map((size) => size.width));
  const height = sizes.reduce((sum, size) => sum + size.height, 0);
  const root = document.createElementNS(SVG, 'svg');
  setAll(root, {
    width: `${width}`,
    height: `${height}`,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': FONT,
    role: 'img',
  });
  const name = document.createElementNS(SVG, 'title');
  name.textContent = title;
  const ground = document.createElementNS(SVG, 'rect');
  setAll(ground, { width: '100%', height: '100%', fill: paper });
  root.append(name, ground);
  let top = 0;
  drawings.forEach((drawing, index) => {
    const copy = copyOf(drawing, undefined);
    copy.setAttribute('y', `${top}`);
    root.append(copy);
    top += sizes[index]?.height ?? 0;
  });
  return new XMLSerializer().serializeToString(root);
}

function setAll(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

/** An element with its looks as attributes, and nothing that only the page needs. */
function copyOf(element: Element, above: CSSStyleDeclaration | undefined): Element {
  const copy = document.createElementNS(SVG, element.localName);
  for (const { name, value } of element.attributes) {
    if (!/^(?:class|style|tabindex|role|aria-.*|data-.*)$/.test(name)) {
      copy.setAttribute(name, value);
    }
  }
  const looks = getComputedStyle(element);
  for (const look of LOOKS) {
    const value = looks.getPropertyValue(look);
    // What is inherited is said once.
    if (value !== '' && value !== above?.getPropertyValue(look)) {
      copy.setAttribute(look, value.replaceAll(/(?<=\d)px\b/g, ''));
    }
  }
  for (const child of element.childNodes) {
    if (child instanceof Element) copy.append(copyOf(child, looks));
    else if (child.nodeType === Node.TEXT_NODE) copy.append(child.textContent ?? '');
  }
  return copy;
}
