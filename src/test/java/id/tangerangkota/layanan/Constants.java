package id.tangerangkota.layanan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;

/**
 * Tells expressions that can only be text written in the sources, whatever comes in:
 * literals, constants by their names, and what is chosen from or put together of such,
 * also by static methods that return nothing else.
 */
final class Constants {

	private final List<CompilationUnitTree> units;

	/**
	 * Methods are followed within these sources.
	 */
	Constants(List<CompilationUnitTree> units) {
		this.units = units;
	}

	/**
	 * Whether an expression is constant.
	 * @param unit where it stands
	 */
	boolean isConstant(CompilationUnitTree unit, ExpressionTree expression) {
		return new Judgement(unit, new HashSet<>()).accepts(expression);
	}

	/** What stands in one file; a method met before is judged where it was met first. */
	private final class Judgement {

		private final CompilationUnitTree unit;

		private final Set<MethodTree> met;

		Judgement(CompilationUnitTree unit, Set<MethodTree> met) {
			this.unit = unit;
			this.met = met;
		}

		boolean accepts(Tree expression) {
			return switch (expression) {
				case LiteralTree literal -> true;
				case IdentifierTree identifier -> isName(identifier.getName());
				case MemberSelectTree member -> isName(member.getIdentifier());
				case ParenthesizedTree inner -> accepts(inner.getExpression());
				case BinaryTree sum -> accepts(sum.getLeftOperand()) && accepts(sum.getRightOperand());
				case ConditionalExpressionTree choice ->
					accepts(choice.getTrueExpression()) && accepts(choice.getFalseExpression());
				case SwitchExpressionTree choice ->
					choice.getCases().stream().allMatch((one) -> one.getBody() != null && accepts(one.getBody()));
				case MethodInvocationTree call -> isText(call) || isWritten(call);
				default -> false;
			};
		}

		private static boolean isName(CharSequence name) {
			return name.toString().matches("[A-Z][A-Z0-9_]*");
		}

		/** "…".formatted(CONSTANT) and the like. */
		private boolean isText(MethodInvocationTree call) {
			return call.getMethodSelect() instanceof MemberSelectTree method
					&& Set.of("formatted", "replace", "strip").contains(method.getIdentifier().toString())
					&& accepts(method.getExpression()) && call.getArguments().stream().allMatch(this::accepts);
		}

		/** method(…) of the same file, or Type.method(…). */
		private boolean isWritten(MethodInvocationTree call) {
			int arguments = call.getArguments().size();
			return switch (call.getMethodSelect()) {
				case IdentifierTree method -> isWritten(methods(this.unit, null, method.getName(), arguments).toList());
				case MemberSelectTree method when method.getExpression() instanceof IdentifierTree type ->
					isWritten(Constants.this.units.stream()
						.flatMap((other) -> methods(other, type.getName(), method.getIdentifier(), arguments))
						.toList());
				default -> false;
			};
		}

		private boolean isWritten(List<Method> methods) {
			return !methods.isEmpty() && methods.stream()
				.allMatch((method) -> !this.met.add(method.tree())
						|| new Judgement(method.unit(), this.met).returnsConstants(method.tree()));
		}

		private boolean returnsConstants(MethodTree method) {
			List<ExpressionTree> returned = new ArrayList<>();
			new TreeScanner<Void, Void>() {

				@Override
				public Void visitReturn(ReturnTree result, Void nothing) {
					returned.add(result.getExpression());
					return super.visitReturn(result, nothing);
				}

				@Override
				public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
					return null;
				}

				@Override
				public Void visitClass(ClassTree inner, Void nothing) {
					return null;
				}

			}.scan(method.getBody(), null);
			return method.getModifiers().getFlags().contains(Modifier.STATIC) && !returned.isEmpty()
					&& returned.stream().allMatch(this::accepts);
		}

	}

	private record Method(CompilationUnitTree unit, MethodTree tree) {

	}

	/** Those of a name in a file, of one type or of all in it. */
	private static Stream<Method> methods(CompilationUnitTree unit, CharSequence type, CharSequence name,
			int arguments) {
		List<Method> methods = new ArrayList<>();
		new TreeScanner<Void, Void>() {

			@Override
			public Void visitClass(ClassTree node, Void nothing) {
				if (type == null || node.getSimpleName().contentEquals(type)) {
					for (Tree member : node.getMembers()) {
						if (member instanceof MethodTree method && method.getName().contentEquals(name)
								&& method.getParameters().size() == arguments) {
							methods.add(new Method(unit, method));
						}
					}
				}
				return super.visitClass(node, nothing);
			}

		}.scan(unit, null);
		return methods.stream();
	}

}
