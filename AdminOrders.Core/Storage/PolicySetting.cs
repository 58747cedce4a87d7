using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The store's policy: one setting, JSON; what was never set is the default. Where it names no roles that may cancel, those do that every
/// store begins with, so that a refusal can always say who may.
/// </summary>
public sealed class PolicySetting(IDbContextFactory<OrdersDb> factory)
{
    internal const string Name = "policy";

    private static readonly ImmutableArray<CancelingRole> PredefinedCancelingRoles =
    [
        .. PredefinedRoles.OfPeople.Where(role => PredefinedRoles.All[role].Contains(Resource.CancelOrder)).Select(role => new CancelingRole(role))
            .OrderBy(role => role.Name, StringComparer.Ordinal),
    ];

    private volatile Parsed last = new(null, WithRoles(Policy.Default));

    /// <summary>The policy in force now.</summary>
    public async Task<Policy> Read(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var json = await db.Settings.Where(row => row.Name == Name).Select(row => row.Value).SingleOrDefaultAsync(cancellationToken);
        return Of(json);
    }

    /// <summary>Puts a policy in force; deadlines that run are not moved.</summary>
    public async Task Save(Policy policy, CancellationToken cancellationToken = default)
    {
        var json = JsonSerializer.Serialize(policy, PolicyJson.Default.Policy);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        // Two servers may save at once, and the first save of all has no row to change.
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Settings" ("Name", "Value") VALUES ({Name}, {json}) ON CONFLICT ("Name") DO UPDATE SET "Value" = excluded."Value" """,
            cancellationToken);
    }

    /// <summary>The policy that the setting's text says; the text of the last call is not parsed again.</summary>
    internal Policy Of(string? json)
    {
        if (last is var known && known.Json == json)
        {
            return known.Policy;
        }

        var saved = json is null ? Policy.Default : JsonSerializer.Deserialize(json, PolicyJson.Default.Policy) ?? Policy.Default;
        var policy = WithRoles(saved);
        last = new(json, policy);
        return policy;
    }

    private static Policy WithRoles(Policy policy) =>
        policy.CancelingRoles.IsDefaultOrEmpty ? policy with { CancelingRoles = PredefinedCancelingRoles } : policy;

    private sealed record Parsed(string? Json, Policy Policy);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Policy))]
internal sealed partial class PolicyJson : JsonSerializerContext;
