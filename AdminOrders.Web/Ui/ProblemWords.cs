using System.Globalization;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Ui;

/// <summary>How a failure is told: what of the store was in the way, or that something went wrong on our side.</summary>
internal static class ProblemWords
{
    /// <summary>One short sentence.</summary>
    public static string Title(StoreProblem? problem) => problem switch
    {
        StoreProblem.Full => Texts.Problem_Full,
        StoreProblem.ReadOnly => Texts.Problem_ReadOnly,
        StoreProblem.Unreachable => Texts.Problem_Unreachable,
        null => Texts.Error_Unexpected,
    };

    /// <summary>What was kept and what to do.</summary>
    public static string Advice(StoreProblem? problem) => problem switch
    {
        StoreProblem.Full => Texts.Problem_FullText,
        StoreProblem.ReadOnly => Texts.Problem_ReadOnlyText,
        StoreProblem.Unreachable => Texts.Problem_UnreachableText,
        null => Texts.Error_UnexpectedText,
    };

    /// <summary>What an administrator looks for in the log.</summary>
    public static string Reference(StoreProblem? problem, string traceId) => problem is { } known
        ? Say(Texts.Problem_Reference, StoreProblems.CodeOf(known), traceId)
        : Say(Texts.Error_Trace, traceId);

    private static string Say(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
