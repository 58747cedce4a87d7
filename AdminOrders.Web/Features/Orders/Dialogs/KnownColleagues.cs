using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Orders.Dialogs;

/// <summary>Who has one of the roles that refusals name: read once for a page, however many of its buttons say it.</summary>
public sealed class KnownColleagues
{
    private readonly ImmutableDictionary<string, IReadOnlyList<Assignee>> byRoles;

    private KnownColleagues(ImmutableDictionary<string, IReadOnlyList<Assignee>> byRoles) => this.byRoles = byRoles;

    public static KnownColleagues None { get; } = new(ImmutableDictionary.Create<string, IReadOnlyList<Assignee>>(StringComparer.Ordinal));

    /// <summary>The people whom these refusals need named, besides those that are known.</summary>
    public async Task<KnownColleagues> WithAsync(IEnumerable<Decision> decisions, Colleagues colleagues, CancellationToken cancellationToken)
    {
        var known = byRoles;
        foreach (var refused in decisions.OfType<Refused>().Where(NamesPeople).DistinctBy(KeyOf, StringComparer.Ordinal).Where(refused => !byRoles.ContainsKey(KeyOf(refused))))
        {
            known = known.SetItem(KeyOf(refused), await colleagues.InRoles(refused.WhoMay, cancellationToken));
        }

        return known == byRoles ? this : new(known);
    }

    /// <summary>Null: nobody has read them.</summary>
    public IReadOnlyList<Assignee>? Of(Refused refused) => byRoles.GetValueOrDefault(KeyOf(refused));

    /// <summary>Whether it names roles whose people may do it. (What somebody has taken names that person.)</summary>
    public static bool NamesPeople(Refused refused) => !refused.WhoMay.IsDefaultOrEmpty && refused.Code is not Refusal.Taken;

    private static string KeyOf(Refused refused) => string.Join('\n', refused.WhoMay);
}
