import { GraphQLError, type StringValueNode, type ValidationRule } from "graphql";
import { isWellFormedText } from "../../schema/core/well-formed-text.ts";
import { inputInvalid } from "../http/check-request-text.ts";

/** Rejects string literals in a query whose escapes, such as \u0000, make them malformed. */
export const wellFormedLiterals: ValidationRule = (context) => ({
  StringValue: (node: StringValueNode) => {
    if (isWellFormedText(node.value)) return;
    const refusal = inputInvalid("query");
    context.reportError(new GraphQLError(refusal.message, { nodes: node, originalError: refusal }));
  },
});
