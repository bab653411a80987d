// Draws every chart of a page from its Vega-Lite specification, which stands in the page as data:
//
//   <div data-drawing></div><script type="application/json" data-chart>{...}</script>
//
// once for the screen (at the width there is, in the reader's colour scheme) and once for paper.
// Expressions are walked, not evaluated, so that the page's policy can forbid eval.
import {expressionInterpreter} from 'vega-interpreter';
import {compile} from 'vega-lite';
import {parse, View} from 'vega';

const dark = matchMedia('(prefers-color-scheme: dark)');
const width_of_paper = 640;

// The page says the title, the key's words and the alternative text in its own elements.
function fitted(specification, width, scheme) {
  const {title, description, usermeta, ...rest} = specification;
  return {
    ...rest,
    width,
    autosize: {type: 'fit-x', contains: 'padding'},
    config: scheme === 'dark' ? usermeta.dark : rest.config,
  };
}

async function draw(specification, container, width, scheme) {
  const {spec} = compile(fitted(specification, width, scheme));
  const view = new View(parse(spec, null, {ast: true}), {
    expr: expressionInterpreter,
    renderer: 'svg',
    container,
    hover: false,
    tooltip: () => {},
  });
  await view.runAsync();
  const picture = container.querySelector('svg');
  picture.setAttribute('aria-hidden', 'true');
  picture.removeAttribute('role');
  return view;
}

class Chart {
  constructor(data) {
    this.specification = JSON.parse(data.textContent);
    const drawing = data.previousElementSibling;
    this.screen = drawing.appendChild(document.createElement('div'));
    this.paper = drawing.appendChild(document.createElement('div'));
    this.screen.className = 'on-screen';
    this.paper.className = 'on-paper';
    this.drawing = drawing;
    this.drawn_as = '';
  }

  async draw() {
    const width = Math.floor(this.screen.clientWidth);
    const scheme = dark.matches ? 'dark' : 'light';
    const as = `${scheme} ${width}`;
    if (width === 0 || as === this.drawn_as) return;
    this.drawn_as = as;
    this.view?.finalize();
    this.view = await draw(this.specification, this.screen, width, scheme);
  }

  async begin() {
    try {
      await draw(this.specification, this.paper, width_of_paper, 'light');
      await this.draw();
      this.drawing.dataset.drawing = 'done';
      new ResizeObserver(() => this.draw()).observe(this.screen);
      dark.addEventListener('change', () => this.draw());
    } catch (error) {
      this.drawing.dataset.drawing = 'failed';
      this.drawing.textContent = 'This chart could not be drawn here; the table below has its figures.';
      console.error(error);
    }
  }
}

// A link into a closed part of the page opens it; what is printed is open.
function open_around(element) {
  for (let at = element; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
}

async function begin() {
  const charts = [...document.querySelectorAll('script[data-chart]')].map((data) => new Chart(data));
  for (const chart of charts) await chart.begin();
  addEventListener('hashchange', () => open_around(document.getElementById(location.hash.slice(1))));
  document.documentElement.dataset.ready = 'yes';
}

begin();
