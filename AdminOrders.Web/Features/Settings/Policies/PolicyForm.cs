using System.Collections.Immutable;
using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Features.Settings.Policies;

/// <summary>What is filled in under Settings › Orders: texts by field, as the reader's culture writes them.</summary>
public sealed class PolicyForm
{
    private const int MostIds = 200;
    private const int LongestId = 100;
    private readonly SortedDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> currencies;

    private PolicyForm(IEnumerable<string> roles, IEnumerable<string> currencies)
    {
        Roles = [.. roles.Where(role => role != PredefinedRoles.Owner).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        this.currencies = new(currencies, StringComparer.Ordinal);
    }

    /// <summary>The roles that may be limited. Owners may not: they could lift their limit themselves.</summary>
    public ImmutableArray<string> Roles { get; }

    public IReadOnlyCollection<string> Currencies => currencies;

    /// <summary>What stands in the field; empty: nothing.</summary>
    public string this[string field]
    {
        get => texts.GetValueOrDefault(field, "");
        set => texts[field] = value;
    }

    public SecondPerson Second => Enum.Parse<SecondPerson>(this[PolicyFields.Second]);

    public bool CapturesWhenInvoiced => this[PolicyFields.Capture] == PolicyFields.On;

    public ImmutableHashSet<string> ClosedStatuses => [.. this[PolicyFields.Statuses].Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The form as it stands for a policy.</summary>
    /// <param name="roles">Names of the store's roles that may cancel.</param>
    /// <param name="known">The currencies of the store's orders.</param>
    public static PolicyForm Of(Policy policy, IEnumerable<string> roles, IEnumerable<string> known)
    {
        var limits = policy.CancelingRoles.SelectMany(role => (role.Limits ?? []).Select(limit => (Role: role.Name, Currency: limit.Key, limit.Value))).ToList();
        var form = new PolicyForm(roles.Concat(limits.Select(limit => limit.Role)), known.Concat(policy.SecondPersonAbove.Keys).Concat(limits.Select(limit => limit.Currency)));
        foreach (var duration in DurationSetting.All)
        {
            form[duration.Field] = duration.Text(policy);
        }

        foreach (var (currency, above) in policy.SecondPersonAbove)
        {
            form[PolicyFields.Above(currency)] = MoneyText.Written(above, currency, CultureInfo.CurrentCulture);
        }

        foreach (var (role, currency, value) in limits)
        {
            form[PolicyFields.Limit(role, currency)] = MoneyText.Written(value, currency, CultureInfo.CurrentCulture);
        }

        form[PolicyFields.Second] = policy.SecondPerson.ToString();
        form[PolicyFields.Capture] = policy.CapturesWhenInvoiced ? PolicyFields.On : "";
        form.Close(policy.CustomerDoor.ClosedStatuses);
        form[PolicyFields.SalesChannels] = Joined(policy.CustomerDoor.ClosedSalesChannels);
        form[PolicyFields.Sellers] = Joined(policy.CustomerDoor.ClosedSellers);
        return form;
    }

    public void Add(string currency) => currencies.Add(currency);

    /// <summary>Customers may not ask in these statuses.</summary>
    public void Close(IEnumerable<string> statuses) => this[PolicyFields.Statuses] = string.Join(' ', statuses.Order(StringComparer.Ordinal));

    /// <summary>What is wrong, by field; empty: all of it can be saved.</summary>
    public ImmutableDictionary<string, string> Problems() => DurationSetting.All
        .Where(duration => duration.Parse(this[duration.Field]) is null).Select(duration => (duration.Field, duration.Problem))
        .Concat(currencies.SelectMany(currency => MoneyFields(currency)
            .Where(field => IsShown(field, currency) && this[field].Trim().Length > 0 && Money(field, currency) is null).Select(field => (field, MoneyProblem(field, currency)))))
        .Concat(new[] { PolicyFields.SalesChannels, PolicyFields.Sellers }
            .Where(field => !IsList(this[field])).Select(field => (field, PolicyFields.Say(Texts.OrderSettings_ListWrong, PolicyFields.Label(field), MostIds, LongestId))))
        .ToImmutableDictionary(problem => problem.Item1, problem => problem.Item2, StringComparer.Ordinal);

    /// <summary>The policy with what is filled in; only where there are no problems.</summary>
    public Policy Into(Policy policy)
    {
        var timed = DurationSetting.All.Aggregate(policy, (changed, duration) => duration.Write(changed, duration.Parse(this[duration.Field])!.Value));
        return timed with
        {
            CapturesWhenInvoiced = CapturesWhenInvoiced,
            SecondPerson = Second,
            SecondPersonAbove = Amounts(PolicyFields.Above) ?? ImmutableDictionary<string, long>.Empty,
            CancelingRoles = [.. Roles.Select(role => new CancelingRole(role, Amounts(currency => PolicyFields.Limit(role, currency)))).Where(role => role.Limits is not null)],
            CustomerDoor = new(ClosedStatuses, [.. Ids(this[PolicyFields.SalesChannels])], [.. Ids(this[PolicyFields.Sellers])]),
        };
    }

    /// <summary>
    /// Takes over what somebody else has saved since, where nothing was typed; what was typed stays. Returns what they changed, and where it is
    /// something else than what was typed, that too.
    /// </summary>
    /// <param name="before">The form as it was opened.</param>
    /// <param name="theirs">The form of what is in force now.</param>
    public IReadOnlyList<OthersChange> Join(PolicyForm before, PolicyForm theirs)
    {
        currencies.UnionWith(theirs.currencies);
        var changes = new List<OthersChange>();
        foreach (var field in before.texts.Keys.Union(theirs.texts.Keys, StringComparer.Ordinal).Where(field => before[field] != theirs[field]).ToList())
        {
            var isTyped = this[field] != before[field] && this[field] != theirs[field];
            changes.Add(new(field, before[field], theirs[field], isTyped ? this[field] : null));
            this[field] = isTyped ? this[field] : theirs[field];
        }

        return changes;
    }

    private IEnumerable<string> MoneyFields(string currency) => Roles.Select(role => PolicyFields.Limit(role, currency)).Prepend(PolicyFields.Above(currency));

    private bool IsShown(string field, string currency) => field != PolicyFields.Above(currency) || Second is SecondPerson.AboveValue;

    private long? Money(string field, string currency) => MoneyText.Parse(this[field], currency, CultureInfo.CurrentCulture);

    private ImmutableDictionary<string, long>? Amounts(Func<string, string> fieldOf)
    {
        var amounts = currencies.Select(currency => (currency, Amount: Money(fieldOf(currency), currency))).Where(pair => pair.Amount is not null)
            .ToImmutableDictionary(pair => pair.currency, pair => pair.Amount!.Value, StringComparer.Ordinal);
        return amounts.IsEmpty ? null : amounts;
    }

    private static string MoneyProblem(string field, string currency) => PolicyFields.Say(
        Texts.OrderSettings_MoneyWrong, PolicyFields.Label(field), MoneyText.Written(150_000, currency, CultureInfo.CurrentCulture));

    private static string Joined(IEnumerable<string> ids) => string.Join(", ", ids.Order(StringComparer.Ordinal));

    private static string[] Ids(string text) => text.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsList(string text) => Ids(text) is { Length: <= MostIds } ids && ids.All(id => id.Length <= LongestId && !id.Any(char.IsControl));
}

/// <summary>What somebody else has changed in a field meanwhile.</summary>
/// <param name="Mine">What was typed here, where it is something else than theirs; else null: theirs stands here now.</param>
public sealed record OthersChange(string Field, string Before, string Theirs, string? Mine);
