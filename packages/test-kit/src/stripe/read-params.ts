import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Where the parameters of the operations that the local Stripe knows are kept. */
export const stripeParamsTable = new URL('../fixtures/stripe-params.json', import.meta.url);

/** What Stripe publishes about one parameter; `any` where we stop looking. */
export type ParamShape =
  | { kind: 'any' | 'string' | 'integer' | 'boolean' | 'map' }
  | { kind: 'enum'; values: string[] }
  | { kind: 'array'; item: ParamShape }
  | { kind: 'object'; fields: Record<string, ParamShape>; required: string[] };

/** Large branches that nothing of ours goes into. */
const UNREAD = new Set([
  'amount_details',
  'business_profile',
  'company',
  'custom_fields',
  'custom_text',
  'documents',
  'groups',
  'individual',
  'invoice_creation',
  'payment_method_data',
  'payment_method_options',
  'settings',
  'shipping_address_collection',
  'shipping_options',
  'subscription_data',
]);

interface Declaration {
  node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration;
  scope: string[];
}

/** Reads the parameters of an interface like `Checkout.SessionCreateParams` out of the declaration files of Stripe's SDK. */
export function readParams(files: readonly URL[], name: string): ParamShape {
  const declarations = new Map<string, Declaration>();
  for (const file of files) {
    const source = ts.createSourceFile(file.pathname, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    collect(source.statements, [], declarations);
  }
  return shapeOfName(name, [], declarations);
}

function collect(statements: Iterable<ts.Statement>, scope: string[], into: Map<string, Declaration>): void {
  for (const node of statements) {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
      into.set([...scope, node.name.text].join('.'), { node, scope });
    } else if (ts.isModuleDeclaration(node) && node.body !== undefined && ts.isModuleBlock(node.body)) {
      collect(node.body.statements, [...scope, node.name.text], into);
    }
  }
}

/** Looks a name up from the inside to the outside, as TypeScript does. */
function shapeOfName(name: string, scope: readonly string[], declarations: Map<string, Declaration>): ParamShape {
  for (let depth = scope.length; depth >= 0; depth -= 1) {
    const found = declarations.get([...scope.slice(0, depth), name].join('.'));
    if (found === undefined) continue;
    if (ts.isTypeAliasDeclaration(found.node)) return shapeOf(found.node.type, found.scope, declarations);
    return shapeOfInterface(found.node, found.scope, declarations);
  }
  throw new Error(`${name} is not declared`);
}

function shapeOfInterface(
  node: ts.InterfaceDeclaration,
  scope: string[],
  declarations: Map<string, Declaration>,
): ParamShape {
  const fields: Record<string, ParamShape> = {};
  const required: string[] = [];
  for (const clause of node.heritageClauses?.flatMap(({ types }) => [...types]) ?? []) {
    const base = shapeOfName((clause.expression as ts.Identifier).text, scope, declarations);
    if (base.kind === 'object') Object.assign(fields, base.fields);
  }
  for (const member of node.members) {
    if (ts.isIndexSignatureDeclaration(member)) return { kind: 'map' };
    if (!ts.isPropertySignature(member) || member.type === undefined || !('text' in member.name)) continue;
    const name = member.name.text;
    fields[name] = UNREAD.has(name) ? { kind: 'any' } : shapeOf(member.type, scope, declarations);
    if (member.questionToken === undefined) required.push(name);
  }
  return { kind: 'object', fields, required };
}

function shapeOf(type: ts.TypeNode, scope: string[], declarations: Map<string, Declaration>): ParamShape {
  if (ts.isUnionTypeNode(type)) return shapeOfUnion(type, scope, declarations);
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) {
    return { kind: 'enum', values: [type.literal.text] };
  }
  if (ts.isArrayTypeNode(type)) return { kind: 'array', item: shapeOf(type.elementType, scope, declarations) };
  if (ts.isTypeReferenceNode(type)) {
    const name = nameOf(type.typeName);
    const [argument] = type.typeArguments ?? [];
    if (name === 'Array' && argument !== undefined) {
      return { kind: 'array', item: shapeOf(argument, scope, declarations) };
    }
    if (name === 'Emptyable' && argument !== undefined) return shapeOf(argument, scope, declarations);
    if (name === 'OtherString' || name === 'Decimal') return { kind: 'string' };
    return shapeOfName(name, scope, declarations);
  }
  if (type.kind === ts.SyntaxKind.NumberKeyword) return { kind: 'integer' };
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return { kind: 'boolean' };
  return { kind: type.kind === ts.SyntaxKind.StringKeyword ? 'string' : 'any' };
}

/** Literals together are an enum; Stripe's are open in the types, and closed for us. Anything mixed is not looked into. */
function shapeOfUnion(type: ts.UnionTypeNode, scope: string[], declarations: Map<string, Declaration>): ParamShape {
  const isOpen = (member: ts.TypeNode): boolean =>
    ts.isTypeReferenceNode(member) && nameOf(member.typeName) === 'OtherString';
  const shapes = type.types.filter((member) => !isOpen(member)).map((member) => shapeOf(member, scope, declarations));
  const values = shapes.flatMap((shape) => (shape.kind === 'enum' ? shape.values : []));
  if (values.length > 0 && shapes.every(({ kind }) => kind === 'enum')) return { kind: 'enum', values };
  return { kind: 'any' };
}

function nameOf(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : `${nameOf(name.left)}.${name.right.text}`;
}
