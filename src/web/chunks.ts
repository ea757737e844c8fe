/**
 * Which modules come together in one file. Left to itself the bundler makes a file of every set of pages that share something: eighty,
 * most of some hundred bytes, each of which a page has to ask for. Here a list loads a handful.
 */

/** As much of the bundler's graph of modules as is asked for. */
interface Graph {
  getModuleInfo(id: string): {
    readonly code: string | null;
    readonly isEntry: boolean;
    readonly importers: readonly string[];
    readonly dynamicImporters: readonly string[];
  } | null;
}

interface Node {
  /** Loaded by itself: a page, a dialog, texts. */
  readonly root: boolean;
  readonly importers: readonly string[];
  /** What it asks of the kit by name. */
  readonly names: ReadonlySet<string>;
}

const PAGE = /\/src\/web\/pages\/.*-page\.tsx$/;
const HOME = /\/pages\/home\/home-page\.tsx$/;
const LIST = /\/pages\/(jobs|history|artifacts|people|keys|audit)\/\w+-page\.tsx$/;
/** The kit's index names all of its components; a module of the kit is needed by those alone that ask for it by name. */
const KIT_INDEX = /\/@mantine\/core\/esm\/index\.mjs$/;
const FROM_KIT = /import \{([^}]*)\} from ["']@mantine\/core["']/g;

type Nodes = (id: string) => Node;

/** The nodes of a graph, each read once: the bundler copies what it tells. */
function nodesOf(graph: Graph): Nodes {
  const known = new Map<string, Node>();
  return (id) => {
    const before = known.get(id);
    if (before) return before;
    const info = graph.getModuleInfo(id);
    const lists = [...(info?.code ?? '').matchAll(FROM_KIT)].map(([, list = '']) => list);
    const node = {
      root: info !== null && (info.isEntry || info.dynamicImporters.length > 0),
      importers: info?.importers ?? [],
      names: new Set(lists.flatMap((list) => list.split(',').map((name) => name.trim().split(' ')[0] ?? ''))),
    };
    known.set(id, node);
    return node;
  };
}

/** Who imports a module for its own sake. */
function importersOf(id: string, nodes: Nodes): readonly string[] {
  const name = /\/(\w+)\.mjs$/.exec(id)?.[1] ?? '';
  return nodes(id).importers.flatMap((importer) =>
    KIT_INDEX.test(importer)
      ? nodes(importer).importers.filter((one) => nodes(one).names.has(name))
      : [importer],
  );
}

/** From which of the files that are loaded by themselves a module is reached. */
function rootsOf(id: string, nodes: Nodes): readonly string[] {
  const seen = new Set([id]);
  for (const one of seen) for (const importer of importersOf(one, nodes)) seen.add(importer);
  return [...seen].filter((one) => nodes(one).root);
}

/** The files that pages share; a module goes to the first that takes it. */
export function sharedChunks() {
  let nodes: Nodes | undefined;
  const shared = (name: string, priority: number, takes: (roots: readonly string[]) => boolean) => ({
    debugName: name,
    priority,
    name: (id: string, graph: Graph) => {
      const roots = rootsOf(id, (nodes ??= nodesOf(graph)));
      return roots.length > 1 && takes(roots) ? name : null;
    },
  });
  const lists = (roots: readonly string[]) => roots.filter((root) => LIST.test(root)).length;
  const others = (roots: readonly string[]) => roots.some((root) => PAGE.test(root) && !LIST.test(root));
  return [
    { name: 'main', tags: ['$initial' as const], priority: 4 },
    // What Home has in common with others costs those nothing more: it is counted with Home.
    shared('shared', 3, (roots) => roots.some((root) => HOME.test(root))),
    shared('fields', 2, (roots) => lists(roots) > 1 && others(roots)),
    shared('lists', 1, (roots) => lists(roots) > 1),
  ];
}
