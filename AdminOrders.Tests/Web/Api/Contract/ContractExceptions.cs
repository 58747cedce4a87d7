namespace AdminOrders.Tests.Web.Api.Contract;

/// <summary>Where our answers differ from the contract's shapes, and why. docs/api.md prints it.</summary>
internal static class ContractExceptions
{
    /// <param name="Operation">Name of the shape; * for all.</param>
    /// <param name="Difference">As <see cref="ContractShape.Differences"/> says it.</param>
    internal sealed record Row(string Operation, string Difference, string Reason);

    public static IReadOnlyList<Row> All { get; } =
    [
    ];

    public static bool Allow(string operation, string difference) =>
        All.Any(row => (row.Operation == "*" || row.Operation == operation) && row.Difference == difference);
}
