import { gql, type AnyVariables, type TypedDocumentNode } from '@urql/core'

/** A document that knows the types of its answer and its variables. The types are generated from `schema/`. */
export function graphql<Data, Variables extends AnyVariables = Record<string, never>>(source: string): TypedDocumentNode<Data, Variables> {
  return gql<Data, Variables>(source)
}
