import { GraphQLError, type StringValueNode, type ValidationRule } from "graphql";
import { isWellFormedText } from "../../schema/core/well-formed-text.ts";
import { inputInvalid } from "../http/check-input.ts";

/** Refuses texts in a query that an escape such as \u0000 makes what no text may be. */
export const wellFormedLiterals: ValidationRule = (context) => ({
  StringValue: (node: StringValueNode) => {
    if (isWellFormedText(node.value)) return;
    const refusal = inputInvalid("query");
    context.reportError(new GraphQLError(refusal.message, { nodes: node, originalError: refusal }));
  },
});
